package io.spanloom.processor.write;

import com.squareup.javapoet.AnnotationSpec;
import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.CodeBlock;

/** Annotations that fit on one line; JavaPoet puts each of several members on a line of its own. */
final class OneLine {

  private OneLine() {}

  /**
   * Returns an annotation whose members are written as they are.
   *
   * @param members the code between the parentheses
   */
  static AnnotationSpec annotation(ClassName type, CodeBlock members) {
    return AnnotationSpec.builder(type).addMember("value", members).build();
  }
}
