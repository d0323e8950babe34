package io.spanloom.weaver;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Finds the class files that a compilation depends on. Used by several threads at once. */
@FunctionalInterface
public interface ClassFinder {

  /**
   * Reads a class file.
   *
   * @param name a binary name; not that of a JDK type
   * @return its bytes, or null if the class is missing
   * @throws IOException if it cannot be read
   */
  byte @Nullable [] find(String name) throws IOException;
}
