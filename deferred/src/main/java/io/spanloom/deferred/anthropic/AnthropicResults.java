package io.spanloom.deferred.anthropic;

import com.anthropic.core.http.AsyncStreamResponse;
import com.anthropic.core.http.StreamResponse;
import io.spanloom.deferred.DeferredSpans;

/** Traces the streams of anthropic-java. The span starts with the call. */
public final class AnthropicResults {

  private AnthropicResults() {}

  /**
   * Returns a response that ends the span of the call with the last chunk, or when it is closed.
   *
   * @param <T> the type of the chunks
   * @param result the result of a traced method
   * @param spans supplies the span
   * @return the traced result
   */
  public static <T> StreamResponse<T> streamResponse(
      StreamResponse<T> result, DeferredSpans<? super T> spans) {
    return new TracedStreamResponse<>(result, spans);
  }

  /**
   * Returns a response that ends the span of the call with the last chunk, or when it is closed.
   *
   * @param <T> the type of the chunks
   * @param result the result of a traced method
   * @param spans supplies the span
   * @return the traced result
   */
  public static <T> AsyncStreamResponse<T> asyncStreamResponse(
      AsyncStreamResponse<T> result, DeferredSpans<? super T> spans) {
    return new TracedAsyncStreamResponse<>(result, spans.start(null));
  }
}
