package io.spanloom.processor.weave;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import org.jspecify.annotations.Nullable;

/**
 * Finds the annotation at an offset.
 *
 * @param offset the offset of its first character
 */
record OffsetFinder(long offset) implements TreeFinder {

  @Override
  public @Nullable Tree find(CompilationUnitTree unit, SourcePositions positions) {
    return new TreeScanner<@Nullable Tree, @Nullable Void>() {
      @Override
      public @Nullable Tree visitAnnotation(AnnotationTree tree, @Nullable Void unused) {
        return positions.getStartPosition(unit, tree) == offset
            ? tree
            : super.visitAnnotation(tree, null);
      }

      @Override
      public @Nullable Tree reduce(@Nullable Tree first, @Nullable Tree second) {
        return first == null ? second : first;
      }
    }.scan(unit, null);
  }
}
