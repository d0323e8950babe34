package io.spanloom.processor.read.annotation;

import java.util.Arrays;
import java.util.List;

/**
 * What the option {@code spanloom.exclude} leaves out of the build.
 *
 * @param names of packages, with all in them, of classes and of methods ({@code shop.Orders.find})
 */
public record Exclusions(List<String> names) {

  /** The option's name. */
  public static final String OPTION = "spanloom.exclude";

  /**
   * Reads the option.
   *
   * @param option its value, names separated by commas; empty where it is not set
   * @return what it leaves out
   */
  public static Exclusions of(String option) {
    return new Exclusions(
        Arrays.stream(option.split(",", -1))
            .map(name -> name.strip().replace('$', '.'))
            .filter(name -> !name.isEmpty())
            .toList());
  }

  /** Returns whether a method is left out, by its {@code code.function.name}. */
  public boolean contains(String function) {
    String plain = function.replace('$', '.');
    return names.stream().anyMatch(name -> plain.equals(name) || plain.startsWith(name + "."));
  }
}
