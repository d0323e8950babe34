package io.spanloom.processor.weave;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the first annotation of Spanloom on a method of a local or anonymous class.
 *
 * @param method the name of the method
 */
record LocalClassFinder(String method) implements TreeFinder {

  private static final Set<String> ANNOTATIONS = Set.of("Traced", "WorkflowStep", "AICall");

  @Override
  public @Nullable Tree find(CompilationUnitTree unit, SourcePositions positions) {
    return new Scanner().scan(unit, null);
  }

  private final class Scanner extends TreeScanner<@Nullable Tree, @Nullable Void> {

    /** The number of method bodies and anonymous classes around the current tree. */
    private int depth;

    @Override
    public @Nullable Tree visitNewClass(NewClassTree tree, @Nullable Void unused) {
      depth++;
      Tree result = super.visitNewClass(tree, null);
      depth--;
      return result;
    }

    @Override
    public @Nullable Tree visitMethod(MethodTree tree, @Nullable Void unused) {
      if (depth > 0 && tree.getName().contentEquals(method)) {
        for (AnnotationTree annotation : tree.getModifiers().getAnnotations()) {
          String name = annotation.getAnnotationType().toString();
          if (ANNOTATIONS.contains(name.substring(name.lastIndexOf('.') + 1))) {
            return annotation;
          }
        }
      }
      depth++;
      Tree result = super.visitMethod(tree, null);
      depth--;
      return result;
    }

    @Override
    public @Nullable Tree reduce(@Nullable Tree first, @Nullable Tree second) {
      return first == null ? second : first;
    }
  }
}
