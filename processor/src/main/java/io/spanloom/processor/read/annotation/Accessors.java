package io.spanloom.processor.read.annotation;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.util.Trees;
import io.spanloom.processor.read.type.EnclosingTypes;
import io.spanloom.processor.read.type.SourceTrees;
import java.util.List;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ExecutableElement;
import org.jspecify.annotations.Nullable;

/**
 * Recognizes accessors, to which a type-level {@code @Traced} does not apply: methods that do
 * nothing, return or set one field, or return a constant.
 */
public final class Accessors {

  private final @Nullable Trees trees;

  /**
   * Creates an instance for a compilation. Only javac and Eclipse's compiler give access to method
   * bodies; with any other compiler, no method counts as an accessor.
   *
   * @param environment the compilation
   */
  public Accessors(ProcessingEnvironment environment) {
    this.trees = SourceTrees.of(environment);
  }

  boolean isAccessor(ExecutableElement method) {
    if (KotlinClasses.isKotlin(EnclosingTypes.of(method))) {
      return KotlinClasses.isAccessor(method);
    }
    if (trees == null) {
      return EclipseBodies.isAccessor(method);
    }
    MethodTree tree = trees.getTree(method);
    if (tree == null || tree.getBody() == null) {
      // javac has no tree for the implicit accessor of a record component.
      return tree == null;
    }
    List<? extends StatementTree> statements = tree.getBody().getStatements();
    return statements.isEmpty() || (statements.size() == 1 && isSimple(statements.get(0)));
  }

  private static boolean isSimple(StatementTree statement) {
    if (statement instanceof ReturnTree returned) {
      return isField(returned.getExpression()) || returned.getExpression() instanceof LiteralTree;
    }
    return statement instanceof ExpressionStatementTree expression
        && expression.getExpression() instanceof AssignmentTree assignment
        && isField(assignment.getVariable())
        && (isField(assignment.getExpression())
            || assignment.getExpression() instanceof LiteralTree);
  }

  private static boolean isField(@Nullable ExpressionTree expression) {
    return expression instanceof IdentifierTree
        || (expression instanceof MemberSelectTree select
            && select.getExpression() instanceof IdentifierTree);
  }
}
