package io.spanloom.processor;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import io.spanloom.processor.model.SourceLocation;
import io.spanloom.processor.read.type.SourceTrees;
import java.util.List;
import java.util.Map;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.tools.Diagnostic.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Reports messages at repeated annotations. {@code Messager} cannot point at them, because the
 * compiler wraps them in a container that the source does not have; javac's syntax trees have them.
 */
final class RepeatedAnnotations {

  private final @Nullable Trees trees;

  RepeatedAnnotations(ProcessingEnvironment environment) {
    this.trees = SourceTrees.of(environment);
  }

  /** Reports a message at a repeated annotation; returns false if the location is not one. */
  boolean print(Kind kind, String text, SourceLocation location) {
    AnnotationMirror annotation = location.annotation();
    Trees known = trees;
    if (known == null
        || annotation == null
        || location.element().getAnnotationMirrors().contains(annotation)) {
      return false;
    }
    TreePath path = known.getPath(location.element());
    Tree tree = path == null ? null : find(path.getLeaf(), location.element(), annotation);
    if (tree == null) {
      return false;
    }
    Tree value = location.value() == null ? null : value(tree, annotation, location.value());
    known.printMessage(kind, text, value == null ? tree : value, path.getCompilationUnit());
    return true;
  }

  private static @Nullable Tree find(Tree declaration, Element element, AnnotationMirror wanted) {
    int index = indexInContainer(element, wanted);
    if (index < 0) {
      return null;
    }
    String simpleName = wanted.getAnnotationType().asElement().getSimpleName().toString();
    List<? extends AnnotationTree> written =
        modifiers(declaration).stream()
            .flatMap(modifiers -> modifiers.getAnnotations().stream())
            .filter(each -> isNamed(each.getAnnotationType().toString(), simpleName))
            .toList();
    return index < written.size() ? written.get(index) : null;
  }

  private static boolean isNamed(String name, String simpleName) {
    return name.equals(simpleName) || name.endsWith("." + simpleName);
  }

  private static List<ModifiersTree> modifiers(Tree declaration) {
    if (declaration instanceof MethodTree method) {
      return List.of(method.getModifiers());
    }
    if (declaration instanceof VariableTree variable) {
      return List.of(variable.getModifiers());
    }
    return List.of();
  }

  private static int indexInContainer(Element element, AnnotationMirror wanted) {
    for (AnnotationMirror container : element.getAnnotationMirrors()) {
      for (AnnotationValue value : container.getElementValues().values()) {
        if (value.getValue() instanceof List<?> elements) {
          for (int i = 0; i < elements.size(); i++) {
            if (((AnnotationValue) elements.get(i)).getValue() == wanted) {
              return i;
            }
          }
        }
      }
    }
    return -1;
  }

  private static @Nullable Tree value(Tree tree, AnnotationMirror mirror, AnnotationValue value) {
    String member = "";
    for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
        mirror.getElementValues().entrySet()) {
      if (entry.getValue() == value) {
        member = entry.getKey().getSimpleName().toString();
      }
    }
    for (ExpressionTree argument : ((AnnotationTree) tree).getArguments()) {
      if (!(argument instanceof AssignmentTree assignment)) {
        return argument;
      }
      if (assignment.getVariable().toString().equals(member)) {
        return assignment.getExpression();
      }
    }
    return null;
  }
}
