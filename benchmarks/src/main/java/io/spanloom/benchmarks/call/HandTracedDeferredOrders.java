package io.spanloom.benchmarks.call;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.smallrye.mutiny.Uni;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/** Deferred results traced by hand with the operators of their libraries. */
class HandTracedDeferredOrders extends DeferredOrders {

  private static final String KEY = "context";
  private static final AttributeKey<String> CODE_FUNCTION_NAME =
      AttributeKey.stringKey("code.function.name");
  private static final String FUNCTION = "io.spanloom.benchmarks.call.SpanloomDeferredOrders.";

  private final Tracer tracer;

  HandTracedDeferredOrders(Tracer tracer) {
    this.tracer = tracer;
  }

  @Override
  CompletableFuture<Long> future() {
    Span span = start(Context.current(), "future");
    Scope scope = span.makeCurrent();
    try {
      CompletableFuture<Long> result = super.future();
      var unused = result.whenComplete((value, error) -> end(span, error));
      return result;
    } catch (Throwable error) {
      end(span, error);
      throw error;
    } finally {
      scope.close();
    }
  }

  @Override
  Mono<Long> mono() {
    return Mono.deferContextual(
        view -> {
          Context parent = parent(view);
          Span span = start(parent, "mono");
          return super.mono()
              .doOnError(error -> fail(span, error))
              .doFinally(signal -> span.end())
              .contextWrite(context -> context.put(KEY, parent.with(span)));
        });
  }

  @Override
  Flux<Long> flux(int count) {
    return Flux.deferContextual(
        view -> {
          Context parent = parent(view);
          Span span = start(parent, "flux");
          return super.flux(count)
              .doOnError(error -> fail(span, error))
              .doFinally(signal -> span.end())
              .contextWrite(context -> context.put(KEY, parent.with(span)));
        });
  }

  @Override
  Uni<Long> uni() {
    return Uni.createFrom()
        .deferred(
            () -> {
              Span span = start(Context.current(), "uni");
              Scope scope = span.makeCurrent();
              try {
                return super.uni()
                    .onTermination()
                    .invoke((value, error, cancelled) -> end(span, error));
              } finally {
                scope.close();
              }
            });
  }

  @Override
  LongStream stream(int count) {
    Span span = start(Context.current(), "stream");
    Scope scope = span.makeCurrent();
    try {
      return super.stream(count).onClose(span::end);
    } catch (Throwable error) {
      end(span, error);
      throw error;
    } finally {
      scope.close();
    }
  }

  private static Context parent(ContextView view) {
    return view.getOrDefault(KEY, null) instanceof Context context ? context : Context.current();
  }

  final Span start(Context parent, String method) {
    return tracer
        .spanBuilder(SPAN)
        .setParent(parent)
        .setAttribute(CODE_FUNCTION_NAME, FUNCTION + method)
        .startSpan();
  }

  private static void end(Span span, @Nullable Throwable error) {
    if (error != null) {
      fail(span, error);
    }
    span.end();
  }

  static void fail(Span span, Throwable error) {
    span.recordException(error);
    span.setStatus(StatusCode.ERROR);
  }
}
