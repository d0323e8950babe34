package io.spanloom.telemetry.view.trace;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.Value;
import java.math.BigDecimal;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Attributes as a reader sees them: by key, their values as texts. */
public final class AttributeStrings {

  private AttributeStrings() {}

  /**
   * Returns the texts.
   *
   * @param attributes what to show
   * @param without what is shown elsewhere
   */
  public static SortedMap<String, String> of(Attributes attributes, Set<AttributeKey<?>> without) {
    SortedMap<String, String> texts = new TreeMap<>();
    attributes.forEach(
        (key, value) -> {
          if (!without.contains(key)) {
            texts.put(key.getKey(), text(value));
          }
        });
    return texts;
  }

  private static String text(Object value) {
    if (value instanceof Value<?> structured) {
      return structured.asString();
    }
    return value instanceof Double number ? decimal(number) : value.toString();
  }

  /** Nobody reads prices such as 2.6E-5. */
  private static String decimal(double number) {
    boolean small = Math.abs(number) < 1 && Math.abs(number) > 1e-9;
    return small ? BigDecimal.valueOf(number).toPlainString() : Double.toString(number);
  }
}
