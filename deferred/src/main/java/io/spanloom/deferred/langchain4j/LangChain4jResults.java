package io.spanloom.deferred.langchain4j;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.service.TokenStream;
import io.spanloom.deferred.DeferredSpans;

/** Traces the results of LangChain4j's services, which are not part of its core module. */
public final class LangChain4jResults {

  private LangChain4jResults() {}

  /**
   * Returns a stream that starts a span when it is started, and ends it with the response.
   *
   * @param result the result of a traced method
   * @param spans starts the span
   * @return the traced result
   */
  public static TokenStream tokenStream(
      TokenStream result, DeferredSpans<? super ChatResponse> spans) {
    return new TracedTokenStream(result, spans);
  }
}
