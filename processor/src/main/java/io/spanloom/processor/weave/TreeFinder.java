package io.spanloom.processor.weave;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import org.jspecify.annotations.Nullable;

/** Finds the annotation, or other tree, in a source file that a message points at. */
@FunctionalInterface
interface TreeFinder {

  /** Returns the tree, or null if the file does not contain it. */
  @Nullable Tree find(CompilationUnitTree unit, SourcePositions positions);

  /** Returns whether an annotation in the file suppresses the message. */
  default boolean isSuppressed(CompilationUnitTree unit, SourcePositions positions) {
    return false;
  }
}
