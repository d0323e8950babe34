package io.spanloom.telemetry.view.page;

import java.util.Locale;

/**
 * Writes JSON that may stand inside a {@code script} element too: nothing in it can end the element
 * or begin another. Members and elements are separated as they come.
 */
final class JsonWriter {

  private static final int FIRST_PRINTABLE = 0x20;

  private final StringBuilder json = new StringBuilder();
  private boolean separate;

  JsonWriter begin(char bracket) {
    separate();
    json.append(bracket);
    separate = false;
    return this;
  }

  JsonWriter end(char bracket) {
    json.append(bracket);
    separate = true;
    return this;
  }

  JsonWriter name(String name) {
    separate();
    quote(name);
    json.append(':');
    separate = false;
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

  /** Writes a text's first characters, and how many it has where that is more. */
  JsonWriter value(String text, int most) {
    if (text.length() <= most) {
      return value(text);
    }
    int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    return value(
        String.format(Locale.ROOT, "%s… (%,d characters)", text.substring(0, end), text.length()));
  }

  /** Writes what is JSON already. */
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
    if (separate) {
      json.append(',');
    }
    separate = true;
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

  /** Whether a surrogate has its other half beside it; UTF-8 has no way to write it alone. */
  private static boolean isPaired(String text, int i) {
    return Character.isHighSurrogate(text.charAt(i))
        ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
        : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
  }
}
