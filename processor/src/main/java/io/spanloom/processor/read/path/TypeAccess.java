package io.spanloom.processor.read.path;

import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Says what generated code, which lies beside a class in its package, can name. */
public final class TypeAccess {

  private final Elements elements;
  private final Types types;

  public TypeAccess(Elements elements, Types types) {
    this.elements = elements;
    this.types = types;
  }

  public boolean isNameable(TypeMirror type, PackageElement from) {
    TypeMirror erased = types.erasure(type);
    return switch (erased.getKind()) {
      case ARRAY -> isNameable(((ArrayType) erased).getComponentType(), from);
      case DECLARED -> isNameable((TypeElement) types.asElement(erased), from);
      default -> true;
    };
  }

  public boolean isNameable(TypeElement type, PackageElement from) {
    boolean samePackage = elements.getPackageOf(type).equals(from);
    for (Element element = type;
        element instanceof TypeElement;
        element = element.getEnclosingElement()) {
      boolean hidden =
          samePackage
              ? element.getModifiers().contains(Modifier.PRIVATE)
              : !element.getModifiers().contains(Modifier.PUBLIC);
      if (hidden) {
        return false;
      }
    }
    return true;
  }
}
