package io.spanloom.runtime.woven;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Converts values to attribute types; never throws. A null or unreadable value becomes null, which
 * sets no attribute. Reads at most 128 elements of an array or collection, and omits null ones.
 */
public final class AttributeValues {

  private static final int MAX_ELEMENTS = 128;
  private static final double NANOS_PER_SECOND = 1e9;

  private AttributeValues() {}

  /**
   * Returns the elements of an array.
   *
   * @param values the array, or null
   * @return the elements, or null
   */
  public static @Nullable List<Long> longs(long @Nullable [] values) {
    return values == null ? null : indexed(values.length, i -> values[i]);
  }

  /**
   * Returns the elements of an array as longs.
   *
   * @param values the array, or null
   * @return the elements, or null
   */
  public static @Nullable List<Long> longs(int @Nullable [] values) {
    return values == null ? null : indexed(values.length, i -> (long) values[i]);
  }

  /**
   * Returns the elements of an array as longs.
   *
   * @param values the array, or null
   * @return the elements, or null
   */
  public static @Nullable List<Long> longs(short @Nullable [] values) {
    return values == null ? null : indexed(values.length, i -> (long) values[i]);
  }

  /**
   * Returns the elements of a collection as longs, without fractions.
   *
   * @param values the collection of numbers, or null
   * @return the elements, or null
   */
  public static @Nullable List<Long> longs(@Nullable Collection<?> values) {
    return read(values, value -> ((Number) value).longValue());
  }

  /**
   * Returns the elements of an array as longs, without fractions.
   *
   * @param values the array, or null
   * @return the elements, or null
   */
  public static @Nullable List<Long> longs(@Nullable Number @Nullable [] values) {
    return read(asList(values), Number::longValue);
  }

  /**
   * Returns the elements of an array.
   *
   * @param values the array, or null
   * @return the elements, or null
   */
  public static @Nullable List<Double> doubles(double @Nullable [] values) {
    return values == null ? null : indexed(values.length, i -> values[i]);
  }

  /**
   * Returns the elements of an array as doubles.
   *
   * @param values the array, or null
   * @return the elements, or null
   */
  public static @Nullable List<Double> doubles(float @Nullable [] values) {
    return values == null ? null : indexed(values.length, i -> (double) values[i]);
  }

  /**
   * Returns the elements of a collection as doubles.
   *
   * @param values the collection of numbers, or null
   * @return the elements, or null
   */
  public static @Nullable List<Double> doubles(@Nullable Collection<?> values) {
    return read(values, value -> ((Number) value).doubleValue());
  }

  /**
   * Returns the elements of an array as doubles.
   *
   * @param values the array, or null
   * @return the elements, or null
   */
  public static @Nullable List<Double> doubles(@Nullable Number @Nullable [] values) {
    return read(asList(values), Number::doubleValue);
  }

  /**
   * Returns the elements of an array.
   *
   * @param values the array, or null
   * @return the elements, or null
   */
  public static @Nullable List<Boolean> booleans(boolean @Nullable [] values) {
    return values == null ? null : indexed(values.length, i -> values[i]);
  }

  /**
   * Returns the elements of an array.
   *
   * @param values the array, or null
   * @return the elements, or null
   */
  public static @Nullable List<Boolean> booleans(@Nullable Boolean @Nullable [] values) {
    return read(asList(values), value -> value);
  }

  /**
   * Returns the elements of a collection.
   *
   * @param values the collection, or null
   * @return the elements, or null
   */
  public static @Nullable List<Boolean> booleans(@Nullable Collection<?> values) {
    return read(values, value -> (Boolean) value);
  }

  /**
   * Returns the elements of an array as strings: an enum constant by its name, a URI as {@link
   * #text(URI)} does.
   *
   * @param values the array, or null
   * @return the elements, or null
   */
  public static @Nullable List<String> strings(@Nullable Object @Nullable [] values) {
    return read(asList(values), StringValues::convert);
  }

  /**
   * Returns the elements of a collection as strings: an enum constant by its name, a URI as {@link
   * #text(URI)} does.
   *
   * @param values the collection, or null
   * @return the elements, or null
   */
  public static @Nullable List<String> strings(@Nullable Collection<?> values) {
    return read(values, StringValues::convert);
  }

  /**
   * Returns a duration in seconds, including the fraction.
   *
   * @param duration the duration, or null
   * @return the seconds, or null
   */
  public static @Nullable Double seconds(@Nullable Duration duration) {
    return duration == null ? null : duration.getSeconds() + duration.getNano() / NANOS_PER_SECOND;
  }

  /**
   * Returns a URI as a string, without the user and password before the host.
   *
   * @param uri the URI, or null
   * @return the string, or null
   */
  public static @Nullable String text(@Nullable URI uri) {
    return attempt(uri, StringValues::convert);
  }

  /**
   * Returns a hash that hides a value but keeps equal values comparable: the HMAC-SHA-256 of the
   * value as a string, with the key in the system property {@code spanloom.redact.key}. Without
   * that property, each process uses a random key.
   *
   * @param value the value, or null
   * @return the first 16 hexadecimal digits of the hash, or null
   */
  public static @Nullable String hashed(@Nullable Object value) {
    return attempt(value, ValueRedactor::hashed);
  }

  /**
   * Returns three asterisks, followed by the last four characters of the value as a string if that
   * has at least 12.
   *
   * @param value the value, or null
   * @return the masked value, or null
   */
  public static @Nullable String masked(@Nullable Object value) {
    return attempt(value, ValueRedactor::masked);
  }

  private static <E> @Nullable Collection<E> asList(E @Nullable [] values) {
    return values == null ? null : Arrays.asList(values);
  }

  private static <T> List<T> indexed(int length, IntFunction<T> element) {
    List<T> result = new ArrayList<>(Math.min(length, MAX_ELEMENTS));
    for (int i = 0; i < length && i < MAX_ELEMENTS; i++) {
      result.add(element.apply(i));
    }
    return result;
  }

  private static <E, T> @Nullable List<T> read(
      @Nullable Collection<? extends @Nullable E> values, Function<E, @Nullable T> element) {
    return attempt(
        values,
        collection -> {
          List<T> result = new ArrayList<>(Math.min(collection.size(), MAX_ELEMENTS));
          int remaining = MAX_ELEMENTS;
          for (E value : collection) {
            if (remaining-- == 0) {
              break;
            }
            T converted = value == null ? null : element.apply(value);
            if (converted != null) {
              result.add(converted);
            }
          }
          return result;
        });
  }

  /** A collection that another thread modifies may throw, which only costs its attribute. */
  private static <V, T> @Nullable T attempt(@Nullable V value, Function<V, @Nullable T> reader) {
    try {
      return value == null ? null : reader.apply(value);
    } catch (Throwable failure) {
      TracingFailures.swallow("reading the value of an attribute", failure);
      return null;
    }
  }
}
