package io.spanloom.support;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Random choices for a test case. The same seed makes the same choices. Not thread-safe. */
public final class RandomChoices {

  private final long seed;
  private final SplittableRandom random;

  /**
   * Creates the choices for a seed.
   *
   * @param seed any number
   */
  public RandomChoices(long seed) {
    this.seed = seed;
    random = new SplittableRandom(seed);
  }

  /**
   * Returns an integer.
   *
   * @param min the smallest possible result
   * @param max the greatest possible result
   * @return an integer within the bounds; all are equally likely
   */
  public int between(int min, int max) {
    return random.nextInt(min, max + 1);
  }

  /**
   * Returns a decimal number with a limited number of decimal places; often one of the bounds.
   *
   * @param min the smallest possible result
   * @param max the greatest possible result
   * @param digits the maximum number of decimal places
   * @return a number within the bounds
   */
  public double between(double min, double max, int digits) {
    double scale = Math.pow(10, digits);
    return switch (between(1, 20)) {
      case 1 -> min;
      case 2 -> max;
      default -> Math.rint(random.nextDouble(min, max) * scale) / scale;
    };
  }

  /**
   * Returns one of several values.
   *
   * @param values at least one value
   * @param <T> the type of the values
   * @return one of the values; all are equally likely
   */
  @SafeVarargs
  public final <T> T oneOf(T... values) {
    return values[random.nextInt(values.length)];
  }

  /**
   * Returns a constant of an enum.
   *
   * @param type the enum
   * @param <E> the enum's type
   * @return a constant; all are equally likely
   */
  public <E extends Enum<E>> E oneOf(Class<E> type) {
    return oneOf(type.getEnumConstants());
  }

  /**
   * Returns a list of random length.
   *
   * @param min the smallest possible length
   * @param max the greatest possible length
   * @param element creates an element
   * @param <T> the type of the elements
   * @return an unmodifiable list
   */
  public <T> List<T> list(int min, int max, Supplier<T> element) {
    return Stream.generate(element).limit(between(min, max)).toList();
  }

  /**
   * Returns a string of random length.
   *
   * @param characters the code points from which the characters are chosen
   * @param max the greatest possible number of characters
   * @return a string, possibly empty
   */
  public String string(String characters, int max) {
    int[] alphabet = characters.codePoints().toArray();
    return string(max, () -> alphabet[random.nextInt(alphabet.length)]);
  }

  /**
   * Returns a string of any characters, including control characters and lone surrogates.
   *
   * @param max the greatest possible number of characters
   * @return a string, possibly empty
   */
  public String string(int max) {
    int greatest = oneOf(0x7f, 0xff, 0xffff, Character.MAX_CODE_POINT);
    return string(max, () -> between(0, greatest));
  }

  private String string(int max, Supplier<Integer> codePoint) {
    return IntStream.range(0, between(0, max))
        .map(i -> codePoint.get())
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** Returns the seed, which is the display name of the case. */
  @Override
  public String toString() {
    return "seed " + seed;
  }
}
