package io.spanloom.telemetry.logs;

import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Builds a JSON object with string values on one ASCII line (RFC 8259). */
final class JsonLine {

  private static final char REPLACEMENT = '\uFFFD';
  private static final HexFormat HEX = HexFormat.of();

  private final StringBuilder text = new StringBuilder();

  /**
   * Adds a field.
   *
   * @param name the name, which must not need escaping
   * @param value the value, or null to omit the field
   * @return this line
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

  /** Returns the object, followed by a line feed. */
  String build() {
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
          // RFC 8259 permits unpaired surrogates, but parsers reject them.
          text.append("\\u")
              .append(HEX.toHexDigits(isUnpairedSurrogate(value, at) ? REPLACEMENT : c));
        }
      }
    }
  }

  private static boolean isUnpairedSurrogate(String value, int at) {
    char c = value.charAt(at);
    if (Character.isHighSurrogate(c)) {
      return at + 1 == value.length() || !Character.isLowSurrogate(value.charAt(at + 1));
    }
    return Character.isLowSurrogate(c)
        && (at == 0 || !Character.isHighSurrogate(value.charAt(at - 1)));
  }
}
