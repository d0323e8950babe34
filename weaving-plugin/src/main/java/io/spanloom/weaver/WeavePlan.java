package io.spanloom.weaver;

import java.util.List;
import java.util.Set;

/**
 * What is to be woven.
 *
 * @param toWeave the classes to weave, each with the methods that must call its aspect
 * @param toMakeReady aspects that are not woven themselves, of classes that are woven already
 * @param unchangedClasses the number of classes that are as they must be
 */
record WeavePlan(List<Target> toWeave, List<String> toMakeReady, int unchangedClasses) {

  /**
   * A class to weave.
   *
   * @param name its binary name
   * @param methods name and descriptor of the methods to weave
   */
  record Target(String name, Set<String> methods) {
    String aspect() {
      return ClassFacts.aspectOf(name);
    }
  }

  boolean isEmpty() {
    return toWeave.isEmpty() && toMakeReady.isEmpty();
  }
}
