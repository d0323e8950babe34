package io.spanloom.processor.read.type;

import com.squareup.javapoet.ArrayTypeName;
import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.ParameterizedTypeName;
import com.squareup.javapoet.TypeName;
import com.squareup.javapoet.WildcardTypeName;
import io.spanloom.processor.model.AttributeType;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** How generated code writes types, and what it can know of their arguments. */
public final class TypeWriter {

  private static final TypeName ANYTHING = WildcardTypeName.subtypeOf(Object.class);

  private final Elements elements;
  private final Types types;

  public TypeWriter(Elements elements, Types types) {
    this.elements = elements;
    this.types = types;
  }

  /**
   * Returns a type with {@code ?} for each argument, which is neither raw nor ever wrong: {@code
   * Box<?>} for {@code Box<Order>}, and for a type variable its first bound.
   */
  public TypeName withWildcards(TypeMirror type) {
    TypeMirror erased = types.erasure(type);
    return switch (erased.getKind()) {
      case DECLARED -> withWildcards((TypeElement) types.asElement(erased));
      case ARRAY ->
          ArrayTypeName.of(withWildcards(((ArrayType) types.erasure(erased)).getComponentType()));
      default -> TypeName.get(erased);
    };
  }

  private TypeName withWildcards(TypeElement type) {
    List<TypeName> arguments = Collections.nCopies(type.getTypeParameters().size(), ANYTHING);
    boolean inner = !type.getModifiers().contains(Modifier.STATIC);
    if (inner
        && type.getEnclosingElement() instanceof TypeElement outer
        && !outer.getKind().isInterface()
        && withWildcards(outer) instanceof ParameterizedTypeName generic) {
      return generic.nestedClass(type.getSimpleName().toString(), arguments);
    }
    return arguments.isEmpty()
        ? ClassName.get(type)
        : ParameterizedTypeName.get(ClassName.get(type), arguments.toArray(TypeName[]::new));
  }

  /**
   * Returns a type that can be named in place of one that cannot, for a value that needs nothing of
   * its own type: an enum may be private, or in a package of its own class alone.
   */
  public TypeName nameable(AttributeType attribute, boolean array) {
    return switch (attribute) {
      case ENUM -> ParameterizedTypeName.get(ClassName.get(Enum.class), ANYTHING);
      case STRINGS, OBJECTS, LONGS, DOUBLES, BOOLEANS ->
          array
              ? ArrayTypeName.of(Object.class)
              : ParameterizedTypeName.get(ClassName.get(Collection.class), ANYTHING);
      default -> ClassName.get(Object.class);
    };
  }

  /** Returns what a type can be used as: a type variable's or a wildcard's upper bound. */
  public TypeMirror bound(TypeMirror type) {
    if (type.getKind() == TypeKind.WILDCARD) {
      TypeMirror bound = ((WildcardType) type).getExtendsBound();
      return bound == null ? object() : bound(bound);
    }
    if (type.getKind() == TypeKind.TYPEVAR) {
      return bound(((TypeVariable) type).getUpperBound());
    }
    return type;
  }

  public TypeMirror object() {
    return elements.getTypeElement("java.lang.Object").asType();
  }

  public TypeMirror string() {
    return elements.getTypeElement("java.lang.String").asType();
  }

  public @Nullable TypeMirror erasureOf(String name) {
    TypeElement element = elements.getTypeElement(name);
    return element == null ? null : types.erasure(element.asType());
  }

  /**
   * Returns the only argument that a generic supertype has in a type, such as {@code String} of
   * {@code Collection} in {@code ArrayList<String>}.
   *
   * @return the argument or its bound, or null where the type is no such subtype or a raw one
   */
  public @Nullable TypeMirror argumentOf(TypeMirror type, String supertype) {
    TypeMirror wanted = erasureOf(supertype);
    if (wanted == null || !types.isSubtype(types.erasure(type), wanted)) {
      return null;
    }
    TypeMirror found = find(types.capture(bound(type)), types.asElement(wanted));
    if (found instanceof DeclaredType declared && !declared.getTypeArguments().isEmpty()) {
      return bound(declared.getTypeArguments().get(0));
    }
    return null;
  }

  private @Nullable TypeMirror find(TypeMirror type, @Nullable Object wanted) {
    Object element = types.asElement(type);
    if (element != null && element.equals(wanted)) {
      return type;
    }
    for (TypeMirror supertype : types.directSupertypes(type)) {
      TypeMirror found = find(supertype, wanted);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** Returns what a method returns when it is called on a type. */
  public TypeMirror returned(TypeMirror on, ExecutableElement method) {
    return on instanceof DeclaredType declared
        ? ((ExecutableType) types.asMemberOf(declared, method)).getReturnType()
        : method.getReturnType();
  }

  /** Returns every member of a type's element, inherited ones included. */
  public List<ExecutableElement> methods(TypeElement type) {
    return ElementFilter.methodsIn(elements.getAllMembers(type));
  }
}
