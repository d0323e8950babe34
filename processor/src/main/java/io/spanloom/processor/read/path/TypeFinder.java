package io.spanloom.processor.read.path;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * Finds the type that a name in a path refers to: an enclosing class of the method or a class
 * nested in one, a class of the same package or of {@code java.lang}, or a fully qualified one. A
 * processor has no access to imports.
 */
final class TypeFinder {

  private final Elements elements;

  TypeFinder(Elements elements) {
    this.elements = elements;
  }

  @Nullable TypeElement find(String name, TypeElement from) {
    for (Element outer = from; outer instanceof TypeElement; outer = outer.getEnclosingElement()) {
      TypeElement type = (TypeElement) outer;
      if (type.getSimpleName().contentEquals(name)) {
        return type;
      }
      for (TypeElement nested : ElementFilter.typesIn(elements.getAllMembers(type))) {
        if (nested.getSimpleName().contentEquals(name)) {
          return nested;
        }
      }
    }
    PackageElement packageElement = elements.getPackageOf(from);
    List<String> candidates = new ArrayList<>();
    candidates.add(
        packageElement.isUnnamed() ? name : packageElement.getQualifiedName() + "." + name);
    candidates.add("java.lang." + name);
    if (name.indexOf('.') > 0) {
      candidates.add(name);
    }
    for (String candidate : candidates) {
      TypeElement type = elements.getTypeElement(candidate);
      if (type != null && type.getKind() != ElementKind.OTHER) {
        return type;
      }
    }
    return null;
  }
}
