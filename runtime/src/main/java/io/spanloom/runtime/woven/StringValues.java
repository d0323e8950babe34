package io.spanloom.runtime.woven;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Converts values to strings for string attributes. */
final class StringValues {

  private StringValues() {}

  /**
   * Returns an enum constant's name, a URI without its user information, or else the value's {@code
   * toString}, which may be null.
   */
  static @Nullable String convert(Object value) {
    if (value instanceof Enum<?> constant) {
      return constant.name();
    }
    return value instanceof URI uri ? withoutUserInfo(uri) : value.toString();
  }

  /**
   * Edits the string, because {@link URI} does not parse the user information of a nested URI
   * ({@code jdbc:postgresql://user:password@host/}) or of an authority with an underscore.
   */
  private static String withoutUserInfo(URI uri) {
    String text = uri.toString();
    if (!uri.isOpaque() && uri.getRawAuthority() == null) {
      return text;
    }
    int start = text.indexOf("//");
    if (start < 0) {
      return text;
    }
    start += 2;
    int at = text.lastIndexOf('@', endOfAuthority(text, start));
    return at < start ? text : text.substring(0, start) + text.substring(at + 1);
  }

  private static int endOfAuthority(String text, int start) {
    for (int i = start; i < text.length(); i++) {
      char character = text.charAt(i);
      if (character == '/' || character == '?' || character == '#') {
        return i;
      }
    }
    return text.length();
  }
}
