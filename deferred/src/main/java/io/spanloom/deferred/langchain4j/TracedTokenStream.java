package io.spanloom.deferred.langchain4j;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.chat.response.PartialThinking;
import dev.langchain4j.model.chat.response.PartialThinkingContext;
import dev.langchain4j.model.chat.response.PartialToolCall;
import dev.langchain4j.model.chat.response.PartialToolCallContext;
import dev.langchain4j.rag.content.Content;
import dev.langchain4j.service.TokenStream;
import dev.langchain4j.service.tool.BeforeToolExecution;
import dev.langchain4j.service.tool.ToolExecution;
import io.opentelemetry.context.Scope;
import io.spanloom.deferred.DeferredSpans;
import io.spanloom.deferred.TracedSubscription;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A stream that starts a span when it is started, and ends it with the response or an error. The
 * program's callbacks receive all events. For the response and for ignored errors, this class
 * registers a callback if the program does not, so LangChain4j does not log ignored errors.
 */
final class TracedTokenStream implements TokenStream {

  private final TokenStream source;
  private final DeferredSpans<? super ChatResponse> spans;
  private volatile @Nullable TracedSubscription<? super ChatResponse> started;
  private boolean handlesResponse;

  TracedTokenStream(TokenStream source, DeferredSpans<? super ChatResponse> spans) {
    this.source = source;
    this.spans = spans;
  }

  private void chunk() {
    TracedSubscription<? super ChatResponse> subscription = started;
    if (subscription != null) {
      subscription.span().next(null);
    }
  }

  private void complete(ChatResponse response) {
    TracedSubscription<? super ChatResponse> subscription = started;
    if (subscription != null) {
      subscription.span().complete(response);
    }
  }

  private void fail(Throwable error) {
    TracedSubscription<? super ChatResponse> subscription = started;
    if (subscription != null) {
      subscription.span().fail(error);
    }
  }

  private <T> Consumer<T> counting(Consumer<T> next) {
    return value -> {
      chunk();
      next.accept(value);
    };
  }

  private <T, C> BiConsumer<T, C> counting(BiConsumer<T, C> next) {
    return (value, context) -> {
      chunk();
      next.accept(value, context);
    };
  }

  @Override
  public TokenStream onPartialResponse(Consumer<String> handler) {
    source.onPartialResponse(counting(handler));
    return this;
  }

  @Override
  public TokenStream onPartialResponseWithContext(
      BiConsumer<PartialResponse, PartialResponseContext> handler) {
    source.onPartialResponseWithContext(counting(handler));
    return this;
  }

  @Override
  public TokenStream onPartialThinking(Consumer<PartialThinking> handler) {
    source.onPartialThinking(counting(handler));
    return this;
  }

  @Override
  public TokenStream onPartialThinkingWithContext(
      BiConsumer<PartialThinking, PartialThinkingContext> handler) {
    source.onPartialThinkingWithContext(counting(handler));
    return this;
  }

  @Override
  public TokenStream onPartialToolCall(Consumer<PartialToolCall> handler) {
    source.onPartialToolCall(counting(handler));
    return this;
  }

  @Override
  public TokenStream onPartialToolCallWithContext(
      BiConsumer<PartialToolCall, PartialToolCallContext> handler) {
    source.onPartialToolCallWithContext(counting(handler));
    return this;
  }

  @Override
  public TokenStream onRetrieved(Consumer<List<Content>> handler) {
    source.onRetrieved(handler);
    return this;
  }

  @Override
  public TokenStream onIntermediateResponse(Consumer<ChatResponse> handler) {
    source.onIntermediateResponse(handler);
    return this;
  }

  @Override
  public TokenStream beforeToolExecution(Consumer<BeforeToolExecution> handler) {
    source.beforeToolExecution(handler);
    return this;
  }

  @Override
  public TokenStream onUnmappedRawEvent(Consumer<Object> handler) {
    source.onUnmappedRawEvent(handler);
    return this;
  }

  @Override
  public TokenStream onToolExecuted(Consumer<ToolExecution> handler) {
    source.onToolExecuted(handler);
    return this;
  }

  @Override
  public TokenStream onCompleteResponse(Consumer<ChatResponse> handler) {
    handlesResponse = true;
    source.onCompleteResponse(
        response -> {
          complete(response);
          handler.accept(response);
        });
    return this;
  }

  @Override
  public TokenStream onError(Consumer<Throwable> handler) {
    source.onError(
        error -> {
          fail(error);
          handler.accept(error);
        });
    return this;
  }

  @Override
  public TokenStream ignoreErrors() {
    source.onError(this::fail);
    return this;
  }

  @Override
  public void start() {
    if (!handlesResponse) {
      handlesResponse = true;
      source.onCompleteResponse(this::complete);
    }
    TracedSubscription<? super ChatResponse> subscription = TracedSubscription.start(spans);
    started = subscription;
    Scope inside = subscription.enter();
    try {
      source.start();
    } catch (Throwable failure) {
      fail(failure);
      throw failure;
    } finally {
      inside.close();
    }
  }
}
