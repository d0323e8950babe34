package io.spanloom.processor.read.ai;

import com.squareup.javapoet.TypeName;

/**
 * A resolved step of a path.
 *
 * @param form the kind of step
 * @param accessor the accessor, or an empty string if the step calls none
 * @param optional whether the accessor returns an {@code Optional}
 * @param typeName the type after the step, as generated code declares it
 * @param simpleTypeName the simple name of that type
 * @param isNumber whether the type is a number
 * @param deprecated whether the accessor is deprecated
 */
record AiStep(
    Form form,
    String accessor,
    boolean optional,
    TypeName typeName,
    String simpleTypeName,
    boolean isNumber,
    boolean deprecated) {

  /** The kind of a step. */
  enum Form {
    /** Calls an accessor. */
    CALL,
    /** Continues with each element of a collection. */
    EACH,
    /** Continues if an accessor returns true. */
    IF,
    /** Continues if the object is an instance of a type. */
    CAST
  }

  /** Returns a text that is the same for equal steps. */
  String key() {
    return form == Form.CAST ? form + " " + typeName : form + " " + accessor;
  }
}
