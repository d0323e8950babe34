package io.spanloom.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.instrumentation.reactor.v3_1.ContextPropagationOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Hooks;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Spans inside chains of Reactor, and how they nest with those of others. */
final class ReactorContextTest {

  private final Traces traces = Traces.record();

  @AfterEach
  void close() {
    Hooks.disableAutomaticContextPropagation();
    assertThat(Context.current()).isSameAs(Context.root());
    traces.close();
  }

  private Span start(String name) {
    return traces.sdk().getTracer("test").spanBuilder(name).startSpan();
  }

  @Test
  void nestsOnOtherThreadsThroughContextOfReactor() {
    ReactorChains.outer(in -> in.publishOn(Schedulers.parallel()).flatMap(ReactorChains::inner))
        .block();

    assertThat(traces.tree()).isEqualTo("outer\n  inner\n");
  }

  @Test
  void chainedResultsAreSiblings() {
    Span caller = start("caller");
    Scope scope = caller.makeCurrent();
    ReactorChains.inner("a").flatMap(ReactorChains::inner).map(ReactorChains::plain).block();
    scope.close();
    caller.end();

    assertThat(traces.tree()).isEqualTo("caller\n  inner\n  inner\n  plain\n");
  }

  @Test
  void automaticPropagationMakesSpanCurrentInOperators() {
    Hooks.enableAutomaticContextPropagation();

    ReactorChains.outer(
            in ->
                in.publishOn(Schedulers.parallel())
                    .map(ReactorChains::plain)
                    .subscribeOn(Schedulers.boundedElastic()))
        .map(ReactorChains::plain)
        .block();

    assertThat(traces.tree()).isEqualTo("outer\n  plain\nplain\n");
    assertThat(Schedulers.parallel().isDisposed()).isFalse();
  }

  @Test
  void automaticPropagationRestoresSpanOfCallerAfterChain() {
    Hooks.enableAutomaticContextPropagation();
    Span caller = start("caller");
    Scope scope = caller.makeCurrent();
    ReactorChains.outer(in -> in.publishOn(Schedulers.parallel()).map(ReactorChains::plain))
        .publishOn(Schedulers.parallel())
        .map(ReactorChains::plain)
        .block();
    scope.close();
    caller.end();

    assertThat(traces.tree()).isEqualTo("caller\n  outer\n    plain\n  plain\n");
  }

  @Test
  void nestsWithLibraryOfOpenTelemetry() {
    Span caller = start("caller");
    ReactorChains.outer(
            in ->
                in.flatMap(
                    value ->
                        Mono.deferContextual(
                            view -> {
                              Context found =
                                  ContextPropagationOperator.getOpenTelemetryContextFromContextView(
                                      view, Context.root());
                              Span span =
                                  traces
                                      .sdk()
                                      .getTracer("test")
                                      .spanBuilder("library")
                                      .setParent(found)
                                      .startSpan();
                              return ReactorChains.inner(value)
                                  .contextWrite(
                                      context ->
                                          ContextPropagationOperator.storeOpenTelemetryContext(
                                              context, found.with(span)))
                                  .doFinally(signal -> span.end());
                            })))
        .contextWrite(
            context ->
                ContextPropagationOperator.storeOpenTelemetryContext(
                    context, Context.root().with(caller)))
        .block();
    caller.end();

    assertThat(traces.tree()).isEqualTo("caller\n  outer\n    library\n      inner\n");
  }
}
