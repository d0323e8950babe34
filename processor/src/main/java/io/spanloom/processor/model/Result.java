package io.spanloom.processor.model;

import com.squareup.javapoet.TypeName;
import java.util.List;
import java.util.Optional;

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
   * @param adapter observes the result at run time
   * @param endsWith the end of the span in a span description, such as {@code stage}
   * @param erased whether the JVM sees a different type, as for {@code <T extends Object &
   *     CompletionStage<?>>}
   * @param stream the stream that the result delivers and with which the span ends, if any
   */
  record Deferred(
      String typeText,
      TypeName type,
      DeferredAdapter adapter,
      String endsWith,
      boolean erased,
      Optional<NestedStream> stream)
      implements Result {}

  /**
   * A stream inside a deferred result.
   *
   * @param type the type of the stream, such as {@code Stream<?>}
   * @param adapter replaces it
   */
  record NestedStream(TypeName type, DeferredAdapter adapter) {}

  /**
   * A deferred result that is not observed: the span ends when the method returns.
   *
   * @param typeText the type as the source code writes it
   * @param alternatives the supertypes that are observed if the source code declares them
   */
  record Unobserved(String typeText, List<String> alternatives) implements Result {}

  /**
   * A result for which the program names an adapter that cannot be used.
   *
   * @param typeText the type as the source code writes it
   * @param location the adapter in the annotation
   * @param adapter the adapter's canonical name
   * @param reason the reason, as a clause
   */
  record InvalidAdapter(String typeText, SourceLocation location, String adapter, String reason)
      implements Result {}
}
