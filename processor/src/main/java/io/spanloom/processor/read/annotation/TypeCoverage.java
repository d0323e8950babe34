package io.spanloom.processor.read.annotation;

import io.spanloom.processor.model.UntracedReason;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** Decides to which methods of a class the annotation of the class or its package applies. */
final class TypeCoverage {

  private final Hierarchy hierarchy;
  private final Accessors accessors;

  TypeCoverage(Hierarchy hierarchy, Accessors accessors) {
    this.hierarchy = hierarchy;
    this.accessors = accessors;
  }

  /** Returns the reason why the annotation does not apply to a method, or null if it applies. */
  @Nullable UntracedReason exception(ExecutableElement method) {
    Set<Modifier> modifiers = method.getModifiers();
    if (method.getKind() != ElementKind.METHOD) {
      return UntracedReason.CONSTRUCTOR;
    }
    if (!modifiers.contains(Modifier.PUBLIC)) {
      return UntracedReason.NOT_PUBLIC;
    }
    if (modifiers.contains(Modifier.ABSTRACT) || modifiers.contains(Modifier.NATIVE)) {
      return UntracedReason.NO_BODY;
    }
    if (hierarchy.overridesObject(method)) {
      return UntracedReason.OBJECT_METHOD;
    }
    if (isGenerated(method)) {
      return UntracedReason.GENERATED;
    }
    return accessors.isAccessor(method) ? UntracedReason.ACCESSOR : null;
  }

  /**
   * Returns whether a tool such as Lombok added the method, and marked it as coverage tools ask.
   */
  private static boolean isGenerated(ExecutableElement method) {
    return method.getAnnotationMirrors().stream()
        .anyMatch(each -> Annotations.typeOf(each).getSimpleName().contentEquals("Generated"));
  }
}
