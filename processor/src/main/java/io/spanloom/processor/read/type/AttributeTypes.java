package io.spanloom.processor.read.type;

import io.spanloom.processor.model.AttributeType;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** Selects the conversion of a value to an attribute by the value's type. */
public final class AttributeTypes {

  private static final Set<String> CONTENT =
      Set.of(
          "java.io.InputStream",
          "java.io.Reader",
          "java.nio.Buffer",
          "java.util.stream.BaseStream");

  private final Types types;
  private final TypeQueries queries;

  /**
   * Creates an instance for a compilation.
   *
   * @param types the compilation's types
   * @param queries looks up type arguments
   */
  public AttributeTypes(Types types, TypeQueries queries) {
    this.types = types;
    this.queries = queries;
  }

  /**
   * Returns the conversion of a value.
   *
   * @param type the value's type
   * @return the conversion
   */
  public AttributeType typeOf(TypeMirror type) {
    return switch (type.getKind()) {
      case BOOLEAN -> AttributeType.BOOLEAN;
      case BYTE, SHORT, INT -> AttributeType.INTEGER;
      case LONG -> AttributeType.LONG;
      case FLOAT -> AttributeType.FLOAT;
      case DOUBLE -> AttributeType.DOUBLE;
      case CHAR -> AttributeType.CHARACTER;
      case DECLARED, TYPEVAR, INTERSECTION -> ofReference(type);
      case ARRAY -> ofArray(((ArrayType) type).getComponentType());
      default -> AttributeType.UNSUPPORTED;
    };
  }

  /**
   * Returns the conversion that OpenTelemetry's agent applies to a parameter: by the elements of a
   * list or an array, by {@code toString} for most other types.
   *
   * @param type the parameter's type
   * @return the conversion
   */
  public AttributeType agentCompatibleTypeOf(TypeMirror type) {
    AttributeType standard = typeOf(type);
    boolean array = type.getKind() == TypeKind.ARRAY;
    TypeMirror element =
        array ? ((ArrayType) type).getComponentType() : queries.argumentOf(type, "java.util.List");
    return switch (standard) {
      case STRING, LONG, BOXED_LONG, DOUBLE, BOXED_DOUBLE, BOOLEAN, CHARACTER, FLOAT, BOXED_FLOAT ->
          standard;
      case INTEGER, BOXED_INTEGER -> isShort(type) ? AttributeType.OBJECT : standard;
      default -> element == null ? AttributeType.OBJECT : agentCompatibleTypeOf(standard, element);
    };
  }

  private AttributeType agentCompatibleTypeOf(AttributeType standard, TypeMirror element) {
    return switch (standard) {
      case LONGS -> isShort(queries.bound(element)) ? AttributeType.OBJECTS : standard;
      case DOUBLES, BOOLEANS -> standard;
      default -> element.getKind().isPrimitive() ? AttributeType.OBJECT : AttributeType.OBJECTS;
    };
  }

  private boolean isShort(TypeMirror type) {
    return switch (types.erasure(type).toString()) {
      case "byte", "short", "java.lang.Byte", "java.lang.Short" -> true;
      default -> false;
    };
  }

  private AttributeType ofReference(TypeMirror type) {
    AttributeType single = ofSingle(types.erasure(type));
    return single == AttributeType.UNSUPPORTED ? ofCollection(type) : single;
  }

  private AttributeType ofSingle(TypeMirror erased) {
    if (erased.getKind() != TypeKind.DECLARED) {
      return AttributeType.UNSUPPORTED;
    }
    TypeElement element = (TypeElement) types.asElement(erased);
    return switch (element.getQualifiedName().toString()) {
      case "java.lang.String" -> AttributeType.STRING;
      case "java.lang.Boolean" -> AttributeType.BOOLEAN;
      case "java.lang.Byte", "java.lang.Short", "java.lang.Integer" -> AttributeType.BOXED_INTEGER;
      case "java.lang.Long" -> AttributeType.BOXED_LONG;
      case "java.lang.Float" -> AttributeType.BOXED_FLOAT;
      case "java.lang.Double" -> AttributeType.BOXED_DOUBLE;
      case "java.lang.Character",
          "java.util.UUID",
          "java.util.Currency",
          "java.time.Instant",
          "java.time.LocalDate",
          "java.time.LocalTime",
          "java.time.LocalDateTime",
          "java.time.OffsetTime",
          "java.time.OffsetDateTime",
          "java.time.ZonedDateTime",
          "java.time.Year",
          "java.time.YearMonth",
          "java.time.MonthDay",
          "java.time.Period" ->
          AttributeType.TEXT;
      case "java.net.URI" -> AttributeType.URI;
      case "java.time.Duration" -> AttributeType.DURATION;
      case "java.util.OptionalInt" -> AttributeType.OPTIONAL_INT;
      case "java.util.OptionalLong" -> AttributeType.OPTIONAL_LONG;
      case "java.util.OptionalDouble" -> AttributeType.OPTIONAL_DOUBLE;
      case "java.lang.Enum" -> AttributeType.ENUM;
      default ->
          element.getKind() == ElementKind.ENUM ? AttributeType.ENUM : AttributeType.UNSUPPORTED;
    };
  }

  private AttributeType ofCollection(TypeMirror type) {
    TypeMirror element = queries.argumentOf(type, "java.util.Collection");
    if (element != null) {
      return ofElements(element);
    }
    boolean content = queries.supertypes(type).keySet().stream().anyMatch(CONTENT::contains);
    return content ? AttributeType.CONTENT : AttributeType.UNSUPPORTED;
  }

  private AttributeType ofArray(TypeMirror component) {
    return switch (component.getKind()) {
      case BYTE, CHAR -> AttributeType.CONTENT;
      case SHORT, INT, LONG -> AttributeType.LONGS;
      case FLOAT, DOUBLE -> AttributeType.DOUBLES;
      case BOOLEAN -> AttributeType.BOOLEANS;
      default -> ofElements(component);
    };
  }

  private AttributeType ofElements(TypeMirror element) {
    return switch (ofSingle(types.erasure(queries.bound(element)))) {
      case STRING, TEXT, ENUM, URI -> AttributeType.STRINGS;
      case BOXED_LONG, BOXED_INTEGER -> AttributeType.LONGS;
      case BOXED_DOUBLE, BOXED_FLOAT -> AttributeType.DOUBLES;
      case BOOLEAN -> AttributeType.BOOLEANS;
      default -> AttributeType.UNSUPPORTED;
    };
  }
}
