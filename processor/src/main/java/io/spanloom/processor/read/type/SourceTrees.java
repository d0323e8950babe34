package io.spanloom.processor.read.type;

import com.sun.source.util.Trees;
import javax.annotation.processing.ProcessingEnvironment;
import org.jspecify.annotations.Nullable;

/** Finds the trees of the sources, which javac shows and no other compiler. */
public final class SourceTrees {

  private SourceTrees() {}

  /**
   * Returns the trees of a compilation.
   *
   * @param environment the compilation
   * @return the trees, or null where the compiler is not javac
   */
  public static @Nullable Trees of(ProcessingEnvironment environment) {
    try {
      return Trees.instance(environment);
    } catch (IllegalArgumentException | LinkageError otherCompiler) {
      return null;
    }
  }
}
