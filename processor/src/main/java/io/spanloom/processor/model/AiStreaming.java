package io.spanloom.processor.model;

import java.util.Optional;

/**
 * The stream in which the response of an AI call arrives.
 *
 * @param streamed whether the response is a stream of chunks
 * @param handler the parameter that receives the chunks, if any
 * @param ownSpan the location of the member that sets a span for the stream, if it is set
 * @param unreadable the type of a parameter that receives chunks that cannot be read, if any
 * @param unobserved the type of a stream in the result with which the span does not end, if any
 */
public record AiStreaming(
    boolean streamed,
    Optional<Handler> handler,
    Optional<SourceLocation> ownSpan,
    Optional<String> unreadable,
    Optional<String> unobserved) {

  /**
   * A parameter that receives the chunks of a stream, and that the runtime replaces.
   *
   * @param parameter the parameter
   * @param adapter replaces it
   * @param endsSpan whether the span ends with the handler instead of the method
   */
  public record Handler(
      AttributeSource.Parameter parameter, DeferredAdapter adapter, boolean endsSpan) {}
}
