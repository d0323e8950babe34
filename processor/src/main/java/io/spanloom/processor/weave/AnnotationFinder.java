package io.spanloom.processor.weave;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import org.jspecify.annotations.Nullable;

/** Finds an annotation in a source file. */
@FunctionalInterface
interface AnnotationFinder {

  /** Returns the annotation's tree, or null if the file does not contain it. */
  @Nullable Tree find(CompilationUnitTree unit, SourcePositions positions);
}
