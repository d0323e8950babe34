package io.spanloom.processor.read.type;

import com.squareup.javapoet.ArrayTypeName;
import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.ParameterizedTypeName;
import com.squareup.javapoet.TypeName;
import io.spanloom.processor.model.AttributeType;
import java.util.Collection;
import javax.lang.model.element.PackageElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Selects the types with which advice declares the parameters of a traced method. */
public final class AdviceTypes {

  private final AttributeTypes attributeTypes;
  private final TypeAccess typeAccess;
  private final TypeNames typeNames;

  /**
   * Creates a selector.
   *
   * @param attributeTypes selects the conversion of a value
   * @param typeAccess decides which types generated code can name
   * @param typeNames converts types to names
   */
  public AdviceTypes(AttributeTypes attributeTypes, TypeAccess typeAccess, TypeNames typeNames) {
    this.attributeTypes = attributeTypes;
    this.typeAccess = typeAccess;
    this.typeNames = typeNames;
  }

  /**
   * Returns the type with which advice declares a parameter: the parameter's own, or a supertype
   * that is sufficient to read its value.
   *
   * @param type the parameter's type
   * @param valueOnly whether advice only reads the value and no member of it; an enum is then
   *     declared as {@code Enum<?>}, because its class may be private or in another class's file
   * @param from the package of the aspect
   * @return the type to declare
   */
  public TypeName of(TypeMirror type, boolean valueOnly, PackageElement from) {
    AttributeType attribute = attributeTypes.typeOf(type);
    boolean own =
        typeAccess.isNameable(type, from) && !(valueOnly && attribute == AttributeType.ENUM);
    return own
        ? typeNames.withWildcards(type)
        : supertype(attribute, type.getKind() == TypeKind.ARRAY);
  }

  private static TypeName supertype(AttributeType attribute, boolean array) {
    return switch (attribute) {
      case ENUM -> ParameterizedTypeName.get(ClassName.get(Enum.class), TypeNames.ANYTHING);
      case STRINGS, OBJECTS, LONGS, DOUBLES, BOOLEANS ->
          array
              ? ArrayTypeName.of(Object.class)
              : ParameterizedTypeName.get(ClassName.get(Collection.class), TypeNames.ANYTHING);
      default -> ClassName.get(Object.class);
    };
  }
}
