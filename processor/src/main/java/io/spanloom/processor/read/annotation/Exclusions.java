package io.spanloom.processor.read.annotation;

import java.util.Arrays;
import java.util.List;

/**
 * The methods that the option {@code -Aspanloom.exclude} excludes from tracing.
 *
 * @param names the names of excluded packages (with their subpackages), classes and methods, such
 *     as {@code shop.Orders.find}
 */
public record Exclusions(List<String> names) {

  /** The option's name. */
  public static final String OPTION = "spanloom.exclude";

  /**
   * Parses the option.
   *
   * @param option the value: names separated by commas, or empty if it is not set
   * @return the exclusions
   */
  public static Exclusions of(String option) {
    return new Exclusions(
        Arrays.stream(option.split(",", -1))
            .map(name -> name.strip().replace('$', '.'))
            .filter(name -> !name.isEmpty())
            .toList());
  }

  /**
   * Returns whether a method is excluded.
   *
   * @param function the method's {@code code.function.name}
   * @return true for an excluded method
   */
  public boolean contains(String function) {
    String dotted = function.replace('$', '.');
    return names.stream().anyMatch(name -> dotted.equals(name) || dotted.startsWith(name + "."));
  }
}
