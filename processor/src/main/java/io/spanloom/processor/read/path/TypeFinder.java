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
 * Finds the type that a name in a path means: a class around the method or nested in one of those,
 * one of its package or of {@code java.lang}, or one named in full. Imports are not to be seen by a
 * processor.
 */
public final class TypeFinder {

  private final Elements elements;

  public TypeFinder(Elements elements) {
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
