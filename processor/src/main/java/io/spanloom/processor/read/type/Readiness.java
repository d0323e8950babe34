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
 * Says whether a class can be read in this round, or has to wait for what another processor still
 * has to write.
 */
public final class Readiness {

  private final Types types;

  /** Top-level classes that javac compiles from source, of this round and those before. */
  private final Set<String> compiled = new HashSet<>();

  /**
   * Makes one for a compilation.
   *
   * @param types of the compilation
   */
  public Readiness(Types types) {
    this.types = types;
  }

  /**
   * Takes note of what a round compiles.
   *
   * @param roots the round's root elements
   */
  public void see(Set<? extends Element> roots) {
    ElementFilter.typesIn(roots).forEach(root -> compiled.add(root.getQualifiedName().toString()));
  }

  /**
   * Returns whether javac compiles a class here, and so says itself what it misses.
   *
   * @param type a class
   * @return false if it comes from the class path
   */
  public boolean isCompiledHere(TypeElement type) {
    return compiled.contains(outermost(type));
  }

  /**
   * Returns whether everything is there that the model of a class depends on.
   *
   * @param type a class
   * @return false if a type in a signature, or something that a returned type extends, is missing
   */
  public boolean isReady(TypeElement type) {
    if (!SuperficialValidation.validateElement(type)) {
      return false;
    }
    for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
      if (!isWhole(method.getReturnType(), new HashSet<>())) {
        return false;
      }
    }
    return true;
  }

  /**
   * Only a class that is compiled here can extend what is still to be written. One that comes from
   * the class path may lack a supertype for good, and javac takes it as it is.
   */
  private boolean isWhole(TypeMirror type, Set<TypeElement> seen) {
    if (type.getKind() == TypeKind.TYPEVAR || type.getKind() == TypeKind.INTERSECTION) {
      return types.directSupertypes(type).stream().allMatch(bound -> isWhole(bound, seen));
    }
    if (type.getKind() != TypeKind.DECLARED) {
      return type.getKind() != TypeKind.ERROR;
    }
    TypeElement element = (TypeElement) types.asElement(type);
    if (!compiled.contains(outermost(element)) || !seen.add(element)) {
      return true;
    }
    return isWhole(element.getSuperclass(), seen)
        && element.getInterfaces().stream().allMatch(each -> isWhole(each, seen));
  }

  private static String outermost(TypeElement type) {
    TypeElement result = type;
    while (result.getEnclosingElement() instanceof TypeElement outer) {
      result = outer;
    }
    return result.getQualifiedName().toString();
  }
}
