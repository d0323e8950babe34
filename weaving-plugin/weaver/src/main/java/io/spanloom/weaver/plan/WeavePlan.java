package io.spanloom.weaver.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The work of a run.
 *
 * @param targets the classes to weave
 * @param aspectsToReduce the binary names of the aspects to reduce, although their classes are
 *     already woven
 * @param obsoleteAspects the binary names of the aspects that no class calls
 * @param unchangedClasses the number of classes that are already woven
 */
public record WeavePlan(
    List<Target> targets,
    List<String> aspectsToReduce,
    List<String> obsoleteAspects,
    int unchangedClasses) {

  /**
   * A class to weave.
   *
   * @param name the class's binary name
   * @param methods name and descriptor of the methods that must call the aspect
   * @param attributesOnly the methods among them that only add attributes to the current span
   */
  public record Target(String name, Set<String> methods, Set<String> attributesOnly) {

    /** Returns the binary name of the aspect. */
    public String aspect() {
      return ClassFacts.aspectOf(name);
    }
  }

  /** Splits the plan into plans with at most {@code size} targets and aspects to reduce each. */
  public List<WeavePlan> batches(int size) {
    List<WeavePlan> batches = new ArrayList<>();
    for (int from = 0; from < Math.max(targets.size(), aspectsToReduce.size()); from += size) {
      batches.add(
          new WeavePlan(
              slice(targets, from, size),
              slice(aspectsToReduce, from, size),
              List.of(),
              unchangedClasses));
    }
    return batches;
  }

  private static <T> List<T> slice(List<T> all, int from, int size) {
    return all.subList(Math.min(from, all.size()), Math.min(from + size, all.size()));
  }

  /** Returns whether there is nothing to weave. */
  public boolean isEmpty() {
    return targets.isEmpty() && aspectsToReduce.isEmpty();
  }
}
