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
 * Turns what a program has into what an attribute can hold. Null becomes null, which sets no
 * attribute, and so does what cannot be read. Of arrays and collections the first 128 elements are
 * read; those that are null are left out. Nothing here throws.
 */
public final class AttributeValues {

  private static final int MAX_ELEMENTS = 128;
  private static final double NANOS_PER_SECOND = 1e9;

  private AttributeValues() {}

  /**
   * Returns the elements.
   *
   * @param values an array, or null
   * @return its elements, or null
   */
  public static @Nullable List<Long> longs(long @Nullable [] values) {
    return values == null ? null : indexed(values.length, i -> values[i]);
  }

  /**
   * Returns the elements as longs.
   *
   * @param values an array, or null
   * @return its elements, or null
   */
  public static @Nullable List<Long> longs(int @Nullable [] values) {
    return values == null ? null : indexed(values.length, i -> (long) values[i]);
  }

  /**
   * Returns the elements as longs.
   *
   * @param values an array, or null
   * @return its elements, or null
   */
  public static @Nullable List<Long> longs(short @Nullable [] values) {
    return values == null ? null : indexed(values.length, i -> (long) values[i]);
  }

  /**
   * Returns the elements as longs; fractions are cut off.
   *
   * @param values a collection of numbers, or null
   * @return its elements, or null
   */
  public static @Nullable List<Long> longs(@Nullable Collection<?> values) {
    return read(values, value -> ((Number) value).longValue());
  }

  /**
   * Returns the elements as longs; fractions are cut off.
   *
   * @param values an array, or null
   * @return its elements, or null
   */
  public static @Nullable List<Long> longs(@Nullable Number @Nullable [] values) {
    return read(asList(values), Number::longValue);
  }

  /**
   * Returns the elements.
   *
   * @param values an array, or null
   * @return its elements, or null
   */
  public static @Nullable List<Double> doubles(double @Nullable [] values) {
    return values == null ? null : indexed(values.length, i -> values[i]);
  }

  /**
   * Returns the elements as doubles.
   *
   * @param values an array, or null
   * @return its elements, or null
   */
  public static @Nullable List<Double> doubles(float @Nullable [] values) {
    return values == null ? null : indexed(values.length, i -> (double) values[i]);
  }

  /**
   * Returns the elements as doubles.
   *
   * @param values a collection of numbers, or null
   * @return its elements, or null
   */
  public static @Nullable List<Double> doubles(@Nullable Collection<?> values) {
    return read(values, value -> ((Number) value).doubleValue());
  }

  /**
   * Returns the elements as doubles.
   *
   * @param values an array, or null
   * @return its elements, or null
   */
  public static @Nullable List<Double> doubles(@Nullable Number @Nullable [] values) {
    return read(asList(values), Number::doubleValue);
  }

  /**
   * Returns the elements.
   *
   * @param values an array, or null
   * @return its elements, or null
   */
  public static @Nullable List<Boolean> booleans(boolean @Nullable [] values) {
    return values == null ? null : indexed(values.length, i -> values[i]);
  }

  /**
   * Returns the elements.
   *
   * @param values an array, or null
   * @return its elements, or null
   */
  public static @Nullable List<Boolean> booleans(@Nullable Boolean @Nullable [] values) {
    return read(asList(values), value -> value);
  }

  /**
   * Returns the elements.
   *
   * @param values a collection, or null
   * @return its elements, or null
   */
  public static @Nullable List<Boolean> booleans(@Nullable Collection<?> values) {
    return read(values, value -> (Boolean) value);
  }

  /**
   * Returns the elements as texts: of an enum's constant its name, of a URI what {@link #text(URI)}
   * says.
   *
   * @param values an array, or null
   * @return its elements, or null
   */
  public static @Nullable List<String> strings(@Nullable Object @Nullable [] values) {
    return read(asList(values), StringValues::of);
  }

  /**
   * Returns the elements as texts: of an enum's constant its name, of a URI what {@link #text(URI)}
   * says.
   *
   * @param values a collection, or null
   * @return its elements, or null
   */
  public static @Nullable List<String> strings(@Nullable Collection<?> values) {
    return read(values, StringValues::of);
  }

  /**
   * Returns how long a duration is.
   *
   * @param duration the duration, or null
   * @return seconds, with fractions, or null
   */
  public static @Nullable Double seconds(@Nullable Duration duration) {
    return duration == null ? null : duration.getSeconds() + duration.getNano() / NANOS_PER_SECOND;
  }

  /**
   * Returns the text of a URI without the user and password before the host.
   *
   * @param uri the URI, or null
   * @return its text, or null
   */
  public static @Nullable String text(@Nullable URI uri) {
    return attempt(uri, StringValues::of);
  }

  /**
   * Returns what tells equal values from others but does not tell the value: HMAC-SHA-256 of its
   * text with the key that the system property {@code spanloom.redact.key} holds. Without one, each
   * process has a random key of its own.
   *
   * @param value the value, or null
   * @return 16 hexadecimal digits, or null
   */
  public static @Nullable String hashed(@Nullable Object value) {
    return attempt(value, ValueRedactor::hashed);
  }

  /**
   * Returns three asterisks, followed by the last four characters of a value of at least twelve.
   *
   * @param value the value, or null
   * @return the text, or null
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
          int left = MAX_ELEMENTS;
          for (E value : collection) {
            if (left-- == 0) {
              break;
            }
            T read = value == null ? null : element.apply(value);
            if (read != null) {
              result.add(read);
            }
          }
          return result;
        });
  }

  /** Also a collection that another thread changes costs no more than its attribute. */
  private static <V, T> @Nullable T attempt(@Nullable V value, Function<V, @Nullable T> reading) {
    try {
      return value == null ? null : reading.apply(value);
    } catch (Throwable failure) {
      TracingFailures.swallow("reading the value of an attribute", failure);
      return null;
    }
  }
}
