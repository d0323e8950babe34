package io.spanloom.processor.read.type;

import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * Finds classes that may hand tasks to other threads, judging by the names of the methods that they
 * call. The weaver, which knows the types, decides.
 */
public final class TaskCalls {

  private static final Set<String> NAMES =
      Set.of(
          "execute",
          "submit",
          "invokeAll",
          "invokeAny",
          "invoke",
          "start",
          "startVirtualThread",
          "fork",
          "remove",
          "shutdownNow",
          "parallelStream",
          "parallel");

  private final @Nullable Trees trees;

  /**
   * Creates an instance.
   *
   * @param environment the compilation
   */
  public TaskCalls(ProcessingEnvironment environment) {
    this.trees = SourceTrees.of(environment);
  }

  /**
   * Returns whether a class, with its nested classes, may hand over a task.
   *
   * @param type the class
   * @return false if it certainly does not; true if its code is unknown, as outside javac and in
   *     kapt, which shows methods without their bodies
   */
  public boolean mayHandOver(TypeElement type) {
    Tree tree = trees == null ? null : trees.getTree(type);
    return tree == null
        || type.getAnnotationMirrors().stream()
            .anyMatch(each -> each.getAnnotationType().toString().equals("kotlin.Metadata"))
        || new Finder().scan(tree, null) != null;
  }

  /**
   * Returns whether a method may hand over a task.
   *
   * @param method the method's simple name
   * @return true for each name that the weaver's table of calls contains
   */
  public static boolean mayHandOver(String method) {
    return NAMES.contains(method) || method.endsWith("Async") || method.startsWith("schedule");
  }

  /** Returns true if a tree contains such a call. */
  private static final class Finder extends TreeScanner<@Nullable Boolean, @Nullable Void> {

    @Override
    public @Nullable Boolean visitMethodInvocation(
        MethodInvocationTree call, @Nullable Void unused) {
      Tree method = call.getMethodSelect();
      boolean matches =
          method instanceof MemberSelectTree select
              ? mayHandOver(select.getIdentifier().toString())
              : method instanceof IdentifierTree name && mayHandOver(name.getName().toString());
      if (matches) {
        return true;
      }
      return super.visitMethodInvocation(call, null);
    }

    @Override
    public @Nullable Boolean visitMemberReference(
        MemberReferenceTree reference, @Nullable Void unused) {
      if (mayHandOver(reference.getName().toString())) {
        return true;
      }
      return super.visitMemberReference(reference, null);
    }

    @Override
    public @Nullable Boolean reduce(@Nullable Boolean first, @Nullable Boolean second) {
      return first == null ? second : first;
    }
  }
}
