package io.spanloom.processor.read.type;

import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Decides which types generated code can name from the package of the traced class. */
public final class TypeAccess {

  private final Elements elements;
  private final Types types;

  /**
   * Creates an instance for a compilation.
   *
   * @param elements the compilation's elements
   * @param types the compilation's types
   */
  public TypeAccess(Elements elements, Types types) {
    this.elements = elements;
    this.types = types;
  }

  /**
   * Returns whether code in a package can name the erasure of a type.
   *
   * @param type the type
   * @param from the package
   * @return true if it is visible there
   */
  public boolean isNameable(TypeMirror type, PackageElement from) {
    TypeMirror erased = types.erasure(type);
    return switch (erased.getKind()) {
      case ARRAY -> isNameable(((ArrayType) erased).getComponentType(), from);
      case DECLARED -> isNameable((TypeElement) types.asElement(erased), from);
      default -> true;
    };
  }

  private boolean isNameable(TypeElement type, PackageElement from) {
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
