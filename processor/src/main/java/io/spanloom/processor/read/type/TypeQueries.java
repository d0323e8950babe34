package io.spanloom.processor.read.type;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Looks up types by name, and their bounds, type arguments and methods. */
public final class TypeQueries {

  private final Elements elements;
  private final Types types;

  /**
   * Creates an instance for a compilation.
   *
   * @param elements the compilation's elements
   * @param types the compilation's types
   */
  public TypeQueries(Elements elements, Types types) {
    this.elements = elements;
    this.types = types;
  }

  /**
   * Returns {@code Object}.
   *
   * @return the type
   */
  public TypeMirror object() {
    return elements.getTypeElement("java.lang.Object").asType();
  }

  /**
   * Returns {@code String}.
   *
   * @return the type
   */
  public TypeMirror string() {
    return elements.getTypeElement("java.lang.String").asType();
  }

  /**
   * Returns the erasure of a named type.
   *
   * @param name the canonical name
   * @return the erasure, or null if the type is not on the class path
   */
  public @Nullable TypeMirror erasureOf(String name) {
    TypeElement element = elements.getTypeElement(name);
    return element == null ? null : types.erasure(element.asType());
  }

  /**
   * Returns the classes and interfaces that a type is assignable to, itself included. A type in a
   * table of library types is found by its name in this map: looking up each type of the table
   * would complete the classes of all libraries on the class path.
   *
   * @param type any type
   * @return the types without wildcards by canonical name, empty for a primitive type or an array
   */
  public Map<String, TypeMirror> supertypes(TypeMirror type) {
    Map<String, TypeMirror> found = new LinkedHashMap<>();
    bounds(type).forEach(bound -> addSupertypes(bound, found));
    return found;
  }

  private void addSupertypes(TypeMirror type, Map<String, TypeMirror> found) {
    if (type.getKind() == TypeKind.DECLARED) {
      TypeMirror captured = capture(type);
      if (found.putIfAbsent(nameOf((DeclaredType) type), captured) == null) {
        types.directSupertypes(captured).forEach(supertype -> addSupertypes(supertype, found));
      }
    }
  }

  /**
   * Returns whether a type is declared as a certain class or interface, with any type arguments.
   *
   * @param type any type
   * @param name the canonical name
   * @return false for a subtype and for a type variable
   */
  public boolean isDeclaredAs(TypeMirror type, String name) {
    return type.getKind() == TypeKind.DECLARED && nameOf((DeclaredType) type).equals(name);
  }

  private static String nameOf(DeclaredType type) {
    return ((TypeElement) type.asElement()).getQualifiedName().toString();
  }

  /**
   * Returns the upper bound of a type variable or a wildcard.
   *
   * @param type any type
   * @return the bound, or the type itself
   */
  public TypeMirror bound(TypeMirror type) {
    if (type.getKind() == TypeKind.WILDCARD) {
      TypeMirror bound = ((WildcardType) type).getExtendsBound();
      return bound == null ? object() : bound(bound);
    }
    if (type.getKind() == TypeKind.TYPEVAR) {
      TypeVariable variable = (TypeVariable) type;
      return bound(hasOwnBounds(variable) ? boundsOf(variable).get(0) : variable.getUpperBound());
    }
    return type;
  }

  /**
   * Returns all upper bounds of a type variable, a wildcard or an intersection.
   *
   * @param type any type
   * @return the bounds, or the type itself
   */
  public List<TypeMirror> bounds(TypeMirror type) {
    if (type.getKind() == TypeKind.TYPEVAR && hasOwnBounds((TypeVariable) type)) {
      return boundsOf((TypeVariable) type).stream().flatMap(each -> bounds(each).stream()).toList();
    }
    TypeMirror bound = bound(type);
    return bound instanceof IntersectionType several
        ? several.getBounds().stream().flatMap(each -> bounds(each).stream()).toList()
        : List.of(bound);
  }

  /**
   * Returns whether only the declaration of a type variable knows its bounds. Eclipse's compiler
   * has no intersection types: the upper bound of a variable with several bounds is the variable
   * itself.
   */
  private boolean hasOwnBounds(TypeVariable variable) {
    return variable.getUpperBound().getKind() == TypeKind.TYPEVAR
        && types.isSameType(variable.getUpperBound(), variable);
  }

  private static List<? extends TypeMirror> boundsOf(TypeVariable variable) {
    return ((TypeParameterElement) variable.asElement()).getBounds();
  }

  /**
   * Replaces the wildcards of a type, so that its members and supertypes have no wildcards either.
   *
   * @param type any type
   * @return the captured type; with Eclipse's compiler, which does not capture, the type with the
   *     bounds of its wildcards
   */
  public TypeMirror capture(TypeMirror type) {
    try {
      return types.capture(type);
    } catch (UnsupportedOperationException eclipse) {
      return type instanceof DeclaredType declared ? withBounds(declared) : type;
    }
  }

  private DeclaredType withBounds(DeclaredType type) {
    List<? extends TypeMirror> arguments = type.getTypeArguments();
    if (arguments.stream().noneMatch(each -> each.getKind() == TypeKind.WILDCARD)) {
      return type;
    }
    TypeElement element = (TypeElement) type.asElement();
    TypeMirror[] bounds = new TypeMirror[arguments.size()];
    for (int i = 0; i < bounds.length; i++) {
      TypeMirror argument = arguments.get(i);
      boolean unbounded =
          argument instanceof WildcardType wildcard && wildcard.getExtendsBound() == null;
      bounds[i] =
          unbounded
              ? types.erasure(bound(element.getTypeParameters().get(i).asType()))
              : bound(argument);
    }
    return types.getDeclaredType(element, bounds);
  }

  /**
   * Returns the first type argument that a type passes to a generic supertype, such as {@code
   * String} for {@code ArrayList<String>} and {@code Collection}.
   *
   * @param type the type
   * @param supertype the supertype's canonical name
   * @return the argument or its bound, or null if the type is not a subtype, or a raw one
   */
  public @Nullable TypeMirror argumentOf(TypeMirror type, String supertype) {
    return argumentOf(type, supertype, 0);
  }

  /**
   * Returns a type argument that a type passes to a generic supertype.
   *
   * @param type the type
   * @param supertype the supertype's canonical name
   * @param index the argument's position, from 0
   * @return the argument or its bound, or null if the type is not a subtype, or a raw one
   */
  @Nullable TypeMirror argumentOf(TypeMirror type, String supertype, int index) {
    return supertypes(type).get(supertype) instanceof DeclaredType declared
            && !declared.getTypeArguments().isEmpty()
        ? bound(declared.getTypeArguments().get(index))
        : null;
  }

  /**
   * Returns the return type of a method as a member of a type.
   *
   * @param receiver the type
   * @param method a method that the type has
   * @return the return type with the receiver's type arguments
   */
  public TypeMirror returnType(TypeMirror receiver, ExecutableElement method) {
    return receiver instanceof DeclaredType declared
        ? ((ExecutableType) types.asMemberOf(declared, method)).getReturnType()
        : method.getReturnType();
  }

  /**
   * Returns the methods of a class, inherited ones included.
   *
   * @param type the class
   * @return the methods
   */
  public List<ExecutableElement> methods(TypeElement type) {
    return ElementFilter.methodsIn(elements.getAllMembers(type));
  }
}
