package io.spanloom.telemetry.view.trace;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.Value;
import java.math.BigDecimal;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Converts attributes to strings for display. */
public final class AttributeStrings {

  private AttributeStrings() {}

  /**
   * Returns the attributes' values as strings, sorted by key.
   *
   * @param attributes the attributes to convert
   * @param excluded the keys to leave out
   */
  public static SortedMap<String, String> of(Attributes attributes, Set<AttributeKey<?>> excluded) {
    SortedMap<String, String> strings = new TreeMap<>();
    attributes.forEach(
        (key, value) -> {
          if (!excluded.contains(key)) {
            strings.put(key.getKey(), string(value));
          }
        });
    return strings;
  }

  private static String string(Object value) {
    if (value instanceof Value<?> structured) {
      return structured.asString();
    }
    return value instanceof Double number ? decimal(number) : value.toString();
  }

  /**
   * Avoids scientific notation for small numbers, because prices such as 2.6E-5 are hard to read.
   */
  private static String decimal(double number) {
    boolean small = Math.abs(number) < 1 && Math.abs(number) > 1e-9;
    return small ? BigDecimal.valueOf(number).toPlainString() : Double.toString(number);
  }
}
