package io.spanloom.deferred.langchain4j;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.CompleteToolCall;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.chat.response.PartialThinking;
import dev.langchain4j.model.chat.response.PartialThinkingContext;
import dev.langchain4j.model.chat.response.PartialToolCall;
import dev.langchain4j.model.chat.response.PartialToolCallContext;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import io.spanloom.deferred.DeferredSpan;

/** Ends a span with the response or an error, and forwards each event. */
final class TracedHandler implements StreamingChatResponseHandler {

  private final StreamingChatResponseHandler next;
  private final DeferredSpan<? super ChatResponse> span;

  TracedHandler(StreamingChatResponseHandler next, DeferredSpan<? super ChatResponse> span) {
    this.next = next;
    this.span = span;
  }

  @Override
  public void onPartialResponse(String text) {
    span.next(null);
    next.onPartialResponse(text);
  }

  @Override
  public void onPartialResponse(PartialResponse response, PartialResponseContext context) {
    span.next(null);
    next.onPartialResponse(response, context);
  }

  @Override
  public void onPartialThinking(PartialThinking thinking) {
    span.next(null);
    next.onPartialThinking(thinking);
  }

  @Override
  public void onPartialThinking(PartialThinking thinking, PartialThinkingContext context) {
    span.next(null);
    next.onPartialThinking(thinking, context);
  }

  @Override
  public void onPartialToolCall(PartialToolCall call) {
    span.next(null);
    next.onPartialToolCall(call);
  }

  @Override
  public void onPartialToolCall(PartialToolCall call, PartialToolCallContext context) {
    span.next(null);
    next.onPartialToolCall(call, context);
  }

  @Override
  public void onCompleteToolCall(CompleteToolCall call) {
    next.onCompleteToolCall(call);
  }

  @Override
  public void onUnmappedRawEvent(Object event) {
    next.onUnmappedRawEvent(event);
  }

  @Override
  public void onCompleteResponse(ChatResponse response) {
    span.complete(response);
    next.onCompleteResponse(response);
  }

  @Override
  public void onError(Throwable error) {
    span.fail(error);
    next.onError(error);
  }
}
