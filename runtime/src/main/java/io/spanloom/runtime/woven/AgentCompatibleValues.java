package io.spanloom.runtime.woven;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Values of attributes as OpenTelemetry's agent takes them for its own {@code @SpanAttribute}: of
 * any object its text. Nothing here throws.
 */
public final class AgentCompatibleValues {

  private AgentCompatibleValues() {}

  /**
   * Returns what a value says of itself.
   *
   * @param value the value, or null
   * @return what its {@code toString} returns; null where that throws
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
   * Returns what the elements say of themselves.
   *
   * @param values a collection, or null
   * @return what the {@code toString} of each returns, and null for null
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
   * Returns what the elements say of themselves.
   *
   * @param values an array, or null
   * @return what the {@code toString} of each returns, and null for null
   */
  public static @Nullable List<@Nullable String> texts(@Nullable Object @Nullable [] values) {
    return values == null ? null : texts(Arrays.asList(values));
  }
}
