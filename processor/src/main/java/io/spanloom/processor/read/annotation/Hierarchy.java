package io.spanloom.processor.read.annotation;

import io.spanloom.processor.read.type.EnclosingTypes;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Looks up supertypes of a class, and the methods they declare. */
final class Hierarchy {

  private final Elements elements;
  private final Types types;

  Hierarchy(Elements elements, Types types) {
    this.elements = elements;
    this.types = types;
  }

  /** Returns the superclass's method with which a class implements a method of an interface. */
  Optional<ExecutableElement> inheritedBody(ExecutableElement method, TypeElement type) {
    return ElementFilter.methodsIn(elements.getAllMembers(type)).stream()
        .filter(each -> each.getSimpleName().equals(method.getSimpleName()))
        .filter(each -> elements.overrides(each, method, type))
        .filter(each -> !each.getModifiers().contains(Modifier.ABSTRACT))
        .filter(each -> EnclosingTypes.of(each).getKind() == ElementKind.CLASS)
        .filter(each -> !EnclosingTypes.of(each).equals(type))
        .findFirst();
  }

  /** Returns whether a method overrides one of {@code Object}. */
  boolean overridesObject(ExecutableElement method) {
    TypeElement object = elements.getTypeElement("java.lang.Object");
    return ElementFilter.methodsIn(object.getEnclosedElements()).stream()
        .filter(each -> each.getSimpleName().equals(method.getSimpleName()))
        .anyMatch(each -> elements.overrides(method, each, EnclosingTypes.of(method)));
  }

  /** Returns all interfaces of a class or an interface, inherited ones included. */
  Set<TypeElement> interfacesOf(TypeElement type) {
    Set<TypeElement> result = new LinkedHashSet<>();
    addInterfaces(type, result);
    return result;
  }

  private void addInterfaces(TypeElement type, Set<TypeElement> found) {
    for (TypeMirror each : type.getInterfaces()) {
      if (types.asElement(each) instanceof TypeElement element && found.add(element)) {
        addInterfaces(element, found);
      }
    }
    if (types.asElement(type.getSuperclass()) instanceof TypeElement superclass) {
      addInterfaces(superclass, found);
    }
  }
}
