package io.spanloom.telemetry.logs;

import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** One object of JSON with texts as values, on one line of ASCII (RFC 8259). */
final class JsonLine {

  private static final char REPLACEMENT = '\uFFFD';
  private static final HexFormat HEX = HexFormat.of();

  private final StringBuilder text = new StringBuilder();

  /**
   * Adds a field.
   *
   * @param name a name that needs no escaping
   * @param value any text, or null for no field
   * @return this
   */
  JsonLine field(String name, @Nullable String value) {
    if (value != null) {
      text.append(text.isEmpty() ? '{' : ',').append('"').append(name).append("\":\"");
      for (int i = 0; i < value.length(); i++) {
        escape(value, i);
      }
      text.append('"');
    }
    return this;
  }

  /** Returns the object, with a line feed behind it. */
  String end() {
    return text.append("}\n").toString();
  }

  private void escape(String value, int at) {
    char c = value.charAt(at);
    switch (c) {
      case '"', '\\' -> text.append('\\').append(c);
      case '\n' -> text.append("\\n");
      case '\r' -> text.append("\\r");
      case '\t' -> text.append("\\t");
      default -> {
        if (c >= ' ' && c < 0x7F) {
          text.append(c);
        } else {
          // Half a pair is grammatical as an escape, but readers refuse it.
          text.append("\\u").append(HEX.toHexDigits(isHalfAPair(value, at) ? REPLACEMENT : c));
        }
      }
    }
  }

  private static boolean isHalfAPair(String value, int at) {
    char c = value.charAt(at);
    if (Character.isHighSurrogate(c)) {
      return at + 1 == value.length() || !Character.isLowSurrogate(value.charAt(at + 1));
    }
    return Character.isLowSurrogate(c)
        && (at == 0 || !Character.isHighSurrogate(value.charAt(at - 1)));
  }
}
