package io.spanloom.weaver.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What is to be woven.
 *
 * @param toWeave the classes to weave, each with the methods that must call its aspect
 * @param toMakeReady aspects that are not woven themselves, of classes that are woven already
 * @param unchangedClasses the number of classes that are as they must be
 */
public record WeavePlan(List<Target> toWeave, List<String> toMakeReady, int unchangedClasses) {

  /**
   * A class to weave.
   *
   * @param name its binary name
   * @param methods name and descriptor of the methods to weave
   * @param addingOnly those of them that make no span but add to the current one
   */
  public record Target(String name, Set<String> methods, Set<String> addingOnly) {
    public String aspect() {
      return ClassFacts.aspectOf(name);
    }
  }

  /** Splits the plan into plans of at most so many classes to weave and aspects to make ready. */
  public List<WeavePlan> parts(int size) {
    List<WeavePlan> parts = new ArrayList<>();
    for (int from = 0; from < Math.max(toWeave.size(), toMakeReady.size()); from += size) {
      parts.add(
          new WeavePlan(
              part(toWeave, from, size), part(toMakeReady, from, size), unchangedClasses));
    }
    return parts;
  }

  private static <T> List<T> part(List<T> all, int from, int size) {
    return all.subList(Math.min(from, all.size()), Math.min(from + size, all.size()));
  }

  public boolean isEmpty() {
    return toWeave.isEmpty() && toMakeReady.isEmpty();
  }
}
