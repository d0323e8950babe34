package io.spanloom.processor.read.type;

import com.sun.source.util.Trees;
import javax.annotation.processing.ProcessingEnvironment;
import org.jspecify.annotations.Nullable;

/** Gives access to javac's syntax trees, which no other compiler offers. */
public final class SourceTrees {

  private SourceTrees() {}

  /**
   * Returns the syntax trees of a compilation.
   *
   * @param environment the compilation
   * @return the trees, or null if the compiler is not javac
   */
  public static @Nullable Trees of(ProcessingEnvironment environment) {
    try {
      return Trees.instance(environment);
    } catch (IllegalArgumentException | LinkageError otherCompiler) {
      return null;
    }
  }
}
