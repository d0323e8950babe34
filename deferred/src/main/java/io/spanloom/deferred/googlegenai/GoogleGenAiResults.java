package io.spanloom.deferred.googlegenai;

import com.google.genai.JsonSerializable;
import com.google.genai.ResponseStream;
import io.spanloom.deferred.DeferredSpans;

/** Traces the streams of google-genai. The span starts with the call. */
public final class GoogleGenAiResults {

  private GoogleGenAiResults() {}

  /**
   * Returns a stream that ends the span of the call with the last chunk, or when it is closed.
   *
   * @param <T> the type of the chunks
   * @param result the result of a traced method
   * @param spans supplies the span
   * @return the traced result
   */
  public static <T extends JsonSerializable> ResponseStream<T> responseStream(
      ResponseStream<T> result, DeferredSpans<? super T> spans) {
    return new TracedResponseStream<>(result, spans);
  }
}
