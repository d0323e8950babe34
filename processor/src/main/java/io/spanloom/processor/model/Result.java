package io.spanloom.processor.model;

import com.squareup.javapoet.TypeName;

/** The result of a method, as far as it affects the end of the span. */
public sealed interface Result {

  /**
   * Returns the result's type for messages.
   *
   * @return the type as the source code writes it
   */
  String typeText();

  /**
   * A result that does not affect the span.
   *
   * @param typeText the type as the source code writes it
   */
  record Plain(String typeText) implements Result {}

  /**
   * A deferred result: the span ends when the result completes.
   *
   * @param typeText the type as the source code writes it
   * @param type the supertype by which the runtime knows the result, such as {@code
   *     CompletionStage<?>}
   * @param endMethod the method of the runtime's site that ends the span of such a result
   * @param endsWith the end of the span in a span description, such as {@code stage}
   * @param erased whether the JVM sees a different type, as for {@code <T extends Object &
   *     CompletionStage<?>>}
   */
  record Deferred(String typeText, TypeName type, String endMethod, String endsWith, boolean erased)
      implements Result {}
}
