package io.spanloom.processor.read.type;

import com.google.auto.common.SuperficialValidation;
import java.util.HashSet;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;

/**
 * Decides whether a class can be read in this round, or must wait for types that another processor
 * has yet to generate.
 */
public final class Readiness {

  private final Types types;

  /** The top-level classes that javac compiled from source up to this round. */
  private final Set<String> compiled = new HashSet<>();

  /**
   * Creates an instance for a compilation.
   *
   * @param types the compilation's types
   */
  public Readiness(Types types) {
    this.types = types;
  }

  /**
   * Adds the classes that a round compiles.
   *
   * @param roots the round's root elements
   */
  public void addRound(Set<? extends Element> roots) {
    ElementFilter.typesIn(roots).forEach(root -> compiled.add(root.getQualifiedName().toString()));
  }

  /**
   * Returns whether javac compiles a class from source, and so reports missing types in it.
   *
   * @param type a class
   * @return false if the class comes from the class path
   */
  public boolean isCompiledHere(TypeElement type) {
    return compiled.contains(outermost(type));
  }

  /**
   * Returns whether all types exist that the model of a class depends on.
   *
   * @param type a class
   * @return false if a type in a signature, or a supertype of a returned type, is missing
   */
  public boolean isReady(TypeElement type) {
    if (!SuperficialValidation.validateElement(type)) {
      return false;
    }
    for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
      if (!hasSupertypes(method.getReturnType(), new HashSet<>())) {
        return false;
      }
    }
    return true;
  }

  /**
   * Returns whether all supertypes of a type exist. Only classes compiled from source are checked:
   * a class from the class path may permanently lack a supertype, which javac tolerates.
   */
  private boolean hasSupertypes(TypeMirror type, Set<TypeElement> seen) {
    if (type.getKind() == TypeKind.TYPEVAR || type.getKind() == TypeKind.INTERSECTION) {
      return types.directSupertypes(type).stream().allMatch(bound -> hasSupertypes(bound, seen));
    }
    if (type.getKind() != TypeKind.DECLARED) {
      return type.getKind() != TypeKind.ERROR;
    }
    TypeElement element = (TypeElement) types.asElement(type);
    if (!compiled.contains(outermost(element)) || !seen.add(element)) {
      return true;
    }
    return hasSupertypes(element.getSuperclass(), seen)
        && element.getInterfaces().stream().allMatch(each -> hasSupertypes(each, seen));
  }

  private static String outermost(TypeElement type) {
    TypeElement result = type;
    while (result.getEnclosingElement() instanceof TypeElement outer) {
      result = outer;
    }
    return result.getQualifiedName().toString();
  }
}
