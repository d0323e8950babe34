package io.spanloom.processor.write.description;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Writes maps, lists, strings, numbers and booleans as JSON. A library would add a dependency to
 * the processor path of every build.
 */
final class Json {

  private static final String INDENT = "  ";

  private final StringBuilder text = new StringBuilder();

  private Json() {}

  static String write(Map<String, ?> value) {
    Json json = new Json();
    json.value(value, "\n");
    return json.text.append('\n').toString();
  }

  private void value(Object value, String newLine) {
    if (value instanceof Map<?, ?> map) {
      elements(
          map.entrySet(),
          "{}",
          newLine,
          entry -> {
            string((String) entry.getKey());
            text.append(": ");
            value(entry.getValue(), newLine + INDENT);
          });
    } else if (value instanceof List<?> list) {
      elements(list, "[]", newLine, element -> value(element, newLine + INDENT));
    } else if (value instanceof String
        || (value instanceof Double number && !Double.isFinite(number))) {
      string(value.toString());
    } else {
      text.append(value);
    }
  }

  private <T> void elements(Iterable<T> parts, String brackets, String newLine, Consumer<T> write) {
    Iterator<T> left = parts.iterator();
    text.append(brackets.charAt(0));
    if (left.hasNext()) {
      do {
        text.append(newLine).append(INDENT);
        write.accept(left.next());
        text.append(left.hasNext() ? "," : newLine);
      } while (left.hasNext());
    }
    text.append(brackets.charAt(1));
  }

  private void string(String value) {
    text.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        text.append('\\').append(c);
      } else if (c < ' ' || Character.isSurrogate(c)) {
        // An unpaired surrogate is legal in a Java literal, but has no UTF-8 encoding.
        text.append(String.format("\\u%04x", (int) c));
      } else {
        text.append(c);
      }
    }
    text.append('"');
  }
}
