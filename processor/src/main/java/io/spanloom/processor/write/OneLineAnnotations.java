package io.spanloom.processor.write;

import com.squareup.javapoet.AnnotationSpec;
import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.CodeBlock;

/** Creates annotations on one line; JavaPoet puts each of several members on a separate line. */
final class OneLineAnnotations {

  private OneLineAnnotations() {}

  /**
   * Returns an annotation whose members are written unchanged.
   *
   * @param members the code between the parentheses
   */
  static AnnotationSpec annotation(ClassName type, CodeBlock members) {
    return AnnotationSpec.builder(type).addMember("value", members).build();
  }
}
