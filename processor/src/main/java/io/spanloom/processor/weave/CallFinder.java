package io.spanloom.processor.weave;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import io.spanloom.weaver.CallPosition;
import org.jspecify.annotations.Nullable;

/**
 * Finds a call or method reference by its line and the name of its method.
 *
 * @param call the position in the class file
 * @param code the code of the warning, which {@code @SuppressWarnings} may contain
 */
record CallFinder(CallPosition call, String code) implements TreeFinder {

  @Override
  public @Nullable Tree find(CompilationUnitTree unit, SourcePositions positions) {
    return new Scanner(unit, positions).scan(unit, null);
  }

  @Override
  public boolean isSuppressed(CompilationUnitTree unit, SourcePositions positions) {
    Scanner scanner = new Scanner(unit, positions);
    scanner.scan(unit, null);
    return scanner.suppressed;
  }

  private final class Scanner extends TreeScanner<@Nullable Tree, @Nullable Void> {

    private final CompilationUnitTree unit;
    private final SourcePositions positions;

    /** The number of declarations around the current tree that suppress the warning. */
    private int suppressing;

    private boolean suppressed;

    Scanner(CompilationUnitTree unit, SourcePositions positions) {
      this.unit = unit;
      this.positions = positions;
    }

    @Override
    public @Nullable Tree visitClass(ClassTree tree, @Nullable Void unused) {
      int added = enter(tree.getModifiers());
      Tree result = super.visitClass(tree, null);
      suppressing -= added;
      return result;
    }

    @Override
    public @Nullable Tree visitMethod(MethodTree tree, @Nullable Void unused) {
      int added = enter(tree.getModifiers());
      Tree result = super.visitMethod(tree, null);
      suppressing -= added;
      return result;
    }

    @Override
    public @Nullable Tree visitVariable(VariableTree tree, @Nullable Void unused) {
      int added = enter(tree.getModifiers());
      Tree result = super.visitVariable(tree, null);
      suppressing -= added;
      return result;
    }

    private int enter(ModifiersTree modifiers) {
      int added = modifiers.getAnnotations().stream().anyMatch(this::suppresses) ? 1 : 0;
      suppressing += added;
      return added;
    }

    private boolean suppresses(AnnotationTree annotation) {
      return annotation.getAnnotationType().toString().endsWith("SuppressWarnings")
          && annotation.getArguments().toString().contains('"' + code + '"');
    }

    @Override
    public @Nullable Tree visitMethodInvocation(MethodInvocationTree tree, @Nullable Void unused) {
      Tree select = tree.getMethodSelect();
      String name =
          select instanceof MemberSelectTree member
              ? member.getIdentifier().toString()
              : select instanceof IdentifierTree identifier ? identifier.getName().toString() : "";
      // The line in the class file is that of the parenthesis after the name.
      boolean matches =
          name.equals(call.method()) && isOnLine(positions.getEndPosition(unit, select));
      return matches ? found(tree) : super.visitMethodInvocation(tree, null);
    }

    @Override
    public @Nullable Tree visitMemberReference(MemberReferenceTree tree, @Nullable Void unused) {
      boolean matches =
          tree.getName().contentEquals(call.method())
              && isOnLine(positions.getStartPosition(unit, tree));
      return matches ? found(tree) : super.visitMemberReference(tree, null);
    }

    private Tree found(Tree tree) {
      suppressed |= suppressing > 0;
      return tree;
    }

    private boolean isOnLine(long position) {
      return position >= 0 && unit.getLineMap().getLineNumber(position) == call.line();
    }

    @Override
    public @Nullable Tree reduce(@Nullable Tree first, @Nullable Tree second) {
      return first == null ? second : first;
    }
  }
}
