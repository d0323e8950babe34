package io.spanloom.processor.read;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import io.spanloom.processor.model.AttributeType;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** Chooses how a parameter's value becomes an attribute's, by the parameter's erased type. */
final class AttributeTypes {

  private static final TypeName ANY_ENUM =
      ParameterizedTypeName.get(
          ClassName.get(Enum.class), WildcardTypeName.subtypeOf(Object.class));

  private final Types types;

  AttributeTypes(Types types) {
    this.types = types;
  }

  AttributeType typeOf(TypeMirror type) {
    return switch (type.getKind()) {
      case BOOLEAN -> AttributeType.BOOLEAN;
      case BYTE, SHORT, INT -> AttributeType.INTEGER;
      case LONG -> AttributeType.LONG;
      case FLOAT -> AttributeType.FLOAT;
      case DOUBLE -> AttributeType.DOUBLE;
      case CHAR -> AttributeType.CHARACTER;
      case DECLARED, TYPEVAR -> ofDeclared(types.erasure(type));
      default -> AttributeType.UNSUPPORTED;
    };
  }

  private AttributeType ofDeclared(TypeMirror type) {
    if (type.getKind() != TypeKind.DECLARED) {
      return AttributeType.UNSUPPORTED;
    }
    TypeElement element = (TypeElement) types.asElement(type);
    return switch (element.getQualifiedName().toString()) {
      case "java.lang.String" -> AttributeType.STRING;
      case "java.lang.Boolean" -> AttributeType.BOOLEAN;
      case "java.lang.Byte", "java.lang.Short", "java.lang.Integer" -> AttributeType.BOXED_INTEGER;
      case "java.lang.Long" -> AttributeType.BOXED_LONG;
      case "java.lang.Float" -> AttributeType.BOXED_FLOAT;
      case "java.lang.Double" -> AttributeType.BOXED_DOUBLE;
      case "java.lang.Character", "java.util.UUID" -> AttributeType.TEXT;
      case "java.lang.Enum" -> AttributeType.ENUM;
      default ->
          element.getKind() == ElementKind.ENUM ? AttributeType.ENUM : AttributeType.UNSUPPORTED;
    };
  }

  /**
   * Returns the type as advice declares it. An enum is any enum, so that generated code need not
   * name it: it may be private, or in a package of its own class alone.
   */
  TypeName nameOf(TypeMirror type) {
    return typeOf(type) == AttributeType.ENUM ? ANY_ENUM : TypeName.get(types.erasure(type));
  }
}
