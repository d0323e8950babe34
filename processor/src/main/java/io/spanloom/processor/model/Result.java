package io.spanloom.processor.model;

import com.squareup.javapoet.TypeName;
import java.util.List;

/** What a method returns, as far as the end of its span depends on it. */
public sealed interface Result {

  /**
   * A result that says nothing about the span.
   *
   * @param typeText the type as the source has it
   */
  record Plain(String typeText) implements Result {}

  /**
   * A {@code CompletionStage}: the span ends when it completes.
   *
   * @param typeText the type as the source has it
   * @param hidden whether the JVM sees another type, as for {@code <T extends Object &
   *     CompletionStage<?>>}
   */
  record Stage(String typeText, boolean hidden) implements Result {}

  /**
   * The answer of an AI client.
   *
   * @param typeName the type that the client table has
   * @param readings what can be read from it
   */
  record Answer(TypeName typeName, List<ResponseField> readings) implements Result {}
}
