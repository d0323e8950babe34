package io.spanloom.processor.write;

import com.palantir.javapoet.CodeBlock;
import io.spanloom.processor.model.AttributeType;

/** Writes the expression that turns a parameter's value into an attribute's. */
final class ValueWriter {

  private ValueWriter() {}

  static CodeBlock write(AttributeType type, String parameter) {
    return switch (type) {
      case STRING, LONG, BOXED_LONG, DOUBLE, BOXED_DOUBLE, BOOLEAN -> CodeBlock.of("$N", parameter);
      case INTEGER -> CodeBlock.of("(long) $N", parameter);
      case FLOAT -> CodeBlock.of("(double) $N", parameter);
      case CHARACTER -> CodeBlock.of("$T.valueOf($N)", String.class, parameter);
      case BOXED_INTEGER -> unlessNull(parameter, "longValue");
      case BOXED_FLOAT -> unlessNull(parameter, "doubleValue");
      case TEXT -> unlessNull(parameter, "toString");
      case ENUM -> unlessNull(parameter, "name");
      case UNSUPPORTED ->
          throw new IllegalArgumentException("no attribute can hold parameter " + parameter);
    };
  }

  private static CodeBlock unlessNull(String parameter, String accessor) {
    return CodeBlock.of("$1N == null ? null : $1N.$2N()", parameter, accessor);
  }
}
