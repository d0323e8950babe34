package io.spanloom.runtime.woven;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Converts attribute values like the OpenTelemetry agent does for its own {@code @SpanAttribute}:
 * any object by its {@code toString}. Never throws.
 */
public final class AgentCompatibleValues {

  private AgentCompatibleValues() {}

  /**
   * Returns a value as a string.
   *
   * @param value the value, or null
   * @return the string, or null if the value is null or its {@code toString} throws
   */
  public static @Nullable String text(@Nullable Object value) {
    try {
      return value == null ? null : value.toString();
    } catch (Throwable failure) {
      TracingFailures.swallow("reading the value of an attribute", failure);
      return null;
    }
  }

  /**
   * Returns the elements of a collection as strings.
   *
   * @param values the collection, or null
   * @return the strings, with null for each element that is null, or null if the collection is null
   */
  public static @Nullable List<@Nullable String> texts(@Nullable Collection<?> values) {
    try {
      if (values == null) {
        return null;
      }
      List<@Nullable String> result = new ArrayList<>(values.size());
      for (Object value : values) {
        result.add(text(value));
      }
      return result;
    } catch (Throwable failure) {
      TracingFailures.swallow("reading the value of an attribute", failure);
      return null;
    }
  }

  /**
   * Returns the elements of an array as strings.
   *
   * @param values the array, or null
   * @return the strings, with null for each element that is null, or null if the array is null
   */
  public static @Nullable List<@Nullable String> texts(@Nullable Object @Nullable [] values) {
    return values == null ? null : texts(Arrays.asList(values));
  }
}
