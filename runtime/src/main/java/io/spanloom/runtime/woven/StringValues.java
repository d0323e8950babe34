package io.spanloom.runtime.woven;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** What a value is called where an attribute is a text. */
final class StringValues {

  private StringValues() {}

  /** Returns the value's text, or null where it has none. */
  static @Nullable String of(Object value) {
    if (value instanceof Enum<?> constant) {
      return constant.name();
    }
    return value instanceof URI uri ? withoutUser(uri) : value.toString();
  }

  /**
   * Works on the text, since {@link URI} knows no user of a URI inside a URI ({@code
   * jdbc:postgresql://user:password@host/}) and of an authority with an underscore.
   */
  private static String withoutUser(URI uri) {
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
