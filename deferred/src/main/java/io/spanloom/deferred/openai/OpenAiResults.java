package io.spanloom.deferred.openai;

import com.openai.core.http.AsyncStreamResponse;
import com.openai.core.http.StreamResponse;
import io.spanloom.deferred.DeferredSpans;

/** Traces the streams of openai-java. The span starts with the call. */
public final class OpenAiResults {

  private OpenAiResults() {}

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
