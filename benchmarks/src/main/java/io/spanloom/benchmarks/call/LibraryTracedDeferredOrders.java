package io.spanloom.benchmarks.call;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.instrumentation.reactor.v3_1.ContextPropagationOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Deferred results traced by hand, and with OpenTelemetry's library for Reactor. The span is
 * current while the operators of a {@code Mono} or {@code Flux} run, as it is with Spanloom.
 */
final class LibraryTracedDeferredOrders extends HandTracedDeferredOrders {

  LibraryTracedDeferredOrders(Tracer tracer) {
    super(tracer);
    ContextPropagationOperator.create().registerOnEachOperator();
  }

  @Override
  Mono<Long> mono() {
    return Mono.defer(
        () -> {
          Context parent = Context.current();
          Span span = start(parent, "mono");
          return ContextPropagationOperator.runWithContext(
              untracedMono().doOnError(error -> fail(span, error)).doFinally(signal -> span.end()),
              parent.with(span));
        });
  }

  @Override
  Flux<Long> flux(int count) {
    return Flux.defer(
        () -> {
          Context parent = Context.current();
          Span span = start(parent, "flux");
          return ContextPropagationOperator.runWithContext(
              untracedFlux(count)
                  .doOnError(error -> fail(span, error))
                  .doFinally(signal -> span.end()),
              parent.with(span));
        });
  }
}
