package io.spanloom.telemetry.view.page;

import java.util.Locale;

/**
 * Writes JSON that is also safe inside a {@code script} element: no text can end the element or
 * start another one. Adds the commas between members and elements.
 */
final class JsonWriter {

  private static final int FIRST_PRINTABLE = 0x20;

  private final StringBuilder json = new StringBuilder();
  private boolean needsComma;

  JsonWriter begin(char bracket) {
    separate();
    json.append(bracket);
    needsComma = false;
    return this;
  }

  JsonWriter end(char bracket) {
    json.append(bracket);
    needsComma = true;
    return this;
  }

  JsonWriter name(String name) {
    separate();
    quote(name);
    json.append(':');
    needsComma = false;
    return this;
  }

  JsonWriter value(long number) {
    return raw(Long.toString(number));
  }

  JsonWriter value(String text) {
    separate();
    quote(text);
    return this;
  }

  /** Writes a text, truncated to a number of characters and followed by its length if longer. */
  JsonWriter value(String text, int limit) {
    if (text.length() <= limit) {
      return value(text);
    }
    int end = Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit;
    return value(
        String.format(Locale.ROOT, "%s… (%,d characters)", text.substring(0, end), text.length()));
  }

  /** Writes a value that is JSON already. */
  JsonWriter raw(String value) {
    separate();
    json.append(value);
    return this;
  }

  int length() {
    return json.length();
  }

  @Override
  public String toString() {
    return json.toString();
  }

  private void separate() {
    if (needsComma) {
      json.append(',');
    }
    needsComma = true;
  }

  private void quote(String text) {
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      switch (character) {
        case '"' -> json.append("\\\"");
        case '\\' -> json.append("\\\\");
        case '\n' -> json.append("\\n");
        default -> {
          if (mustBeEscaped(text, i)) {
            json.append(String.format(Locale.ROOT, "\\u%04x", (int) character));
          } else {
            json.append(character);
          }
        }
      }
    }
    json.append('"');
  }

  private static boolean mustBeEscaped(String text, int i) {
    char character = text.charAt(i);
    return character < FIRST_PRINTABLE
        || character == '<'
        || character == '>'
        || character == '&'
        || character == '\u2028'
        || character == '\u2029'
        || (Character.isSurrogate(character) && !isPaired(text, i));
  }

  /** Returns whether a surrogate is part of a pair; UTF-8 cannot encode a lone surrogate. */
  private static boolean isPaired(String text, int i) {
    return Character.isHighSurrogate(text.charAt(i))
        ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
        : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
  }
}
