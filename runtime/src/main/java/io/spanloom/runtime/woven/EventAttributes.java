package io.spanloom.runtime.woven;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Attributes that extend others by a few. A builder would copy and sort them all for each event,
 * which took longer than a span.
 */
final class EventAttributes implements Attributes {

  private final Attributes base;

  /** Keys and values in turn; the keys differ from those of the base. */
  private final Object[] pairs;

  private int length;

  /**
   * Creates a copy of attributes to which at most {@code capacity} further ones are added.
   *
   * @param base the attributes
   * @param capacity the largest number of attributes to add
   */
  EventAttributes(Attributes base, int capacity) {
    this.base = base;
    this.pairs = new Object[2 * capacity];
  }

  /** Adds an attribute. Called only before the attributes are used, with a new key. */
  <T> void add(AttributeKey<T> key, T value) {
    pairs[length] = key;
    pairs[length + 1] = value;
    length += 2;
  }

  @Override
  @SuppressWarnings("unchecked") // add() has stored a value of the type of its key
  public <T> @Nullable T get(AttributeKey<T> key) {
    for (int i = 0; i < length; i += 2) {
      if (pairs[i].equals(key)) {
        return (T) pairs[i + 1];
      }
    }
    return base.get(key);
  }

  @Override
  public void forEach(BiConsumer<? super AttributeKey<?>, ? super Object> consumer) {
    base.forEach(consumer);
    for (int i = 0; i < length; i += 2) {
      consumer.accept((AttributeKey<?>) pairs[i], pairs[i + 1]);
    }
  }

  @Override
  public int size() {
    return base.size() + length / 2;
  }

  @Override
  public boolean isEmpty() {
    return length == 0 && base.isEmpty();
  }

  @Override
  public Map<AttributeKey<?>, Object> asMap() {
    Map<AttributeKey<?>, Object> result = new LinkedHashMap<>();
    forEach(result::put);
    return Collections.unmodifiableMap(result);
  }

  @Override
  public AttributesBuilder toBuilder() {
    return Attributes.builder().putAll(this);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Attributes attributes && asMap().equals(attributes.asMap());
  }

  @Override
  public int hashCode() {
    return toBuilder().build().hashCode();
  }

  @Override
  public String toString() {
    return toBuilder().build().toString();
  }
}
