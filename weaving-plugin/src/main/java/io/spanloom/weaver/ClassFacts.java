package io.spanloom.weaver;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the weaver has to know of a class file.
 *
 * @param name the binary name
 * @param hidden whether javac shows the class to no processor: a local or anonymous one
 * @param annotatedMethods those that bear a span annotation
 * @param calls by method, the names of the methods of the class's own aspect that it calls
 * @param aspect what the class says of itself as an aspect, or null if it is none
 */
record ClassFacts(
    String name,
    boolean hidden,
    List<String> annotatedMethods,
    Map<String, Set<String>> calls,
    @Nullable AspectFacts aspect) {

  private static final String ASPECT_SUFFIX = "_Spans";

  /**
   * What an aspect says of itself.
   *
   * @param target the binary name of the class that it is woven into
   * @param methods name and descriptor of each method that it must reach
   * @param advice name and descriptor of its advice
   * @param ready whether it is woven itself, without which there is no instance of it
   */
  record AspectFacts(String target, Set<String> methods, Set<String> advice, boolean ready) {}

  /** The binary name of the aspect of a class. */
  static String aspectOf(String binaryName) {
    return binaryName + ASPECT_SUFFIX;
  }

  /** Whether a file may be an aspect, by its name. */
  static boolean isAspectFile(String path) {
    return path.endsWith(ASPECT_SUFFIX + ".class");
  }

  boolean isWoven() {
    return !calls.isEmpty();
  }
}
