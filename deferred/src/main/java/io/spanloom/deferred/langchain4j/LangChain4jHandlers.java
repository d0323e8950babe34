package io.spanloom.deferred.langchain4j;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import io.spanloom.deferred.DeferredSpans;

/** Traces the handlers of LangChain4j's core module. */
public final class LangChain4jHandlers {

  private LangChain4jHandlers() {}

  /**
   * Returns a handler that ends the span of the call when it receives the response or an error.
   *
   * @param handler an argument of a traced method
   * @param spans supplies the span
   * @return the handler that the method receives
   */
  public static StreamingChatResponseHandler handler(
      StreamingChatResponseHandler handler, DeferredSpans<? super ChatResponse> spans) {
    return new TracedHandler(handler, spans.start(null));
  }
}
