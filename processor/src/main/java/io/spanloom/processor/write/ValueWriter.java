package io.spanloom.processor.write;

import com.squareup.javapoet.CodeBlock;
import io.spanloom.processor.model.Attribute;
import io.spanloom.processor.model.AttributeType;
import io.spanloom.processor.model.Redaction;

/** Writes the expression that converts a value to an attribute value. */
final class ValueWriter {

  private ValueWriter() {}

  /** Returns whether generated code must first check that the value is present. */
  static boolean requiresPresence(Attribute attribute) {
    return switch (attribute.type()) {
      case OPTIONAL_INT, OPTIONAL_LONG, OPTIONAL_DOUBLE -> true;
      default -> false;
    };
  }

  /** Returns whether the conversion uses the value twice or requires it to be non-null. */
  static boolean needsVariable(Attribute attribute) {
    return requiresPresence(attribute)
        || (!attribute.isRedacted()
            && switch (attribute.type()) {
              case BOXED_INTEGER, BOXED_FLOAT, TEXT, ENUM -> true;
              default -> false;
            });
  }

  /** Converts a variable that may be null. */
  static CodeBlock write(Attribute attribute, String variable) {
    CodeBlock value = convert(attribute, CodeBlock.of("$N", variable));
    return needsVariable(attribute)
        ? CodeBlock.of("$N == null ? null : $L", variable, value)
        : value;
  }

  /** Converts an expression that is non-null if the conversion requires it. */
  static CodeBlock convert(Attribute attribute, CodeBlock value) {
    if (attribute.isRedacted()) {
      String helper = attribute.redact() == Redaction.HASH ? "hashed" : "masked";
      return CodeBlock.of(
          "$T.$L($L)", RuntimeTypes.ATTRIBUTE_VALUES, helper, raw(attribute.type(), value));
    }
    return switch (attribute.type()) {
      case STRING, LONG, BOXED_LONG, DOUBLE, BOXED_DOUBLE, BOOLEAN -> value;
      case INTEGER -> CodeBlock.of("(long) $L", value);
      case FLOAT -> CodeBlock.of("(double) $L", value);
      case CHARACTER -> CodeBlock.of("$T.valueOf($L)", String.class, value);
      case BOXED_INTEGER -> CodeBlock.of("$L.longValue()", value);
      case BOXED_FLOAT -> CodeBlock.of("$L.doubleValue()", value);
      case TEXT -> CodeBlock.of("$L.toString()", value);
      case ENUM -> CodeBlock.of("$L.name()", value);
      case URI -> helper("text", value);
      case OBJECT -> CodeBlock.of("$T.text($L)", RuntimeTypes.AGENT_COMPATIBLE_VALUES, value);
      case OBJECTS -> CodeBlock.of("$T.texts($L)", RuntimeTypes.AGENT_COMPATIBLE_VALUES, value);
      case DURATION -> helper("seconds", value);
      case STRINGS -> helper("strings", value);
      case LONGS -> helper("longs", value);
      case DOUBLES -> helper("doubles", value);
      case BOOLEANS -> helper("booleans", value);
      case OPTIONAL_INT, OPTIONAL_LONG, OPTIONAL_DOUBLE -> raw(attribute.type(), value);
      case UNSUPPORTED, CONTENT ->
          throw new IllegalArgumentException("unsupported attribute type " + attribute.typeText());
    };
  }

  private static CodeBlock raw(AttributeType type, CodeBlock value) {
    return switch (type) {
      case OPTIONAL_INT -> CodeBlock.of("(long) $L.getAsInt()", value);
      case OPTIONAL_LONG -> CodeBlock.of("$L.getAsLong()", value);
      case OPTIONAL_DOUBLE -> CodeBlock.of("$L.getAsDouble()", value);
      default -> value;
    };
  }

  private static CodeBlock helper(String name, CodeBlock value) {
    return CodeBlock.of("$T.$L($L)", RuntimeTypes.ATTRIBUTE_VALUES, name, value);
  }
}
