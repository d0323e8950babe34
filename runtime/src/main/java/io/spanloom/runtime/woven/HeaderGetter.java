package io.spanloom.runtime.woven;

import io.opentelemetry.context.propagation.TextMapGetter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads headers from a map. Names match regardless of case, because HTTP and some brokers change
 * it. Supports the types of values that messaging clients use.
 */
final class HeaderGetter implements TextMapGetter<Map<?, ?>> {

  static final HeaderGetter INSTANCE = new HeaderGetter();

  private HeaderGetter() {}

  @Override
  public Iterable<String> keys(Map<?, ?> headers) {
    List<String> result = new ArrayList<>();
    for (Object name : headers.keySet()) {
      if (name instanceof String text) {
        result.add(text);
      }
    }
    return result;
  }

  @Override
  public @Nullable String get(@Nullable Map<?, ?> headers, String name) {
    if (headers == null) {
      return null;
    }
    Object value = headers.get(name);
    return text(value == null ? findIgnoringCase(headers, name) : value);
  }

  private static @Nullable Object findIgnoringCase(Map<?, ?> headers, String name) {
    for (Map.Entry<?, ?> header : headers.entrySet()) {
      if (header.getKey() instanceof String text && text.equalsIgnoreCase(name)) {
        return header.getValue();
      }
    }
    return null;
  }

  private static @Nullable String text(@Nullable Object value) {
    if (value instanceof byte[] bytes) {
      return new String(bytes, StandardCharsets.UTF_8);
    }
    if (value instanceof Iterable<?> values) {
      return joined(values);
    }
    return value == null ? null : value.toString();
  }

  /** Joins the values of a header that was sent several times, as HTTP defines. */
  private static @Nullable String joined(Iterable<?> values) {
    List<String> texts = new ArrayList<>();
    for (Object value : values) {
      if (value != null) {
        texts.add(value.toString());
      }
    }
    return texts.isEmpty() ? null : String.join(",", texts);
  }
}
