package io.spanloom.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.Scope;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Hooks;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Spans of traced publishers beside observations of Micrometer, which have spans too. */
final class ObservationTest {

  private final Traces traces = Traces.record();

  @AfterEach
  void close() {
    Hooks.disableAutomaticContextPropagation();
    assertThat(Context.current()).isSameAs(Context.root());
    traces.close();
  }

  /** Makes a span current while an observation is, as Micrometer's bridge to OpenTelemetry does. */
  private final class SpanHandler implements ObservationHandler<Observation.Context> {

    private final ThreadLocal<Deque<Scope>> scopes = ThreadLocal.withInitial(ArrayDeque::new);

    @Override
    public void onStart(Observation.Context context) {
      context.put(
          Span.class, traces.sdk().getTracer("test").spanBuilder(context.getName()).startSpan());
    }

    @Override
    public void onScopeOpened(Observation.Context context) {
      Span span = context.getRequired(Span.class);
      scopes.get().push(Context.current().with(span).makeCurrent());
    }

    @Override
    public void onScopeClosed(Observation.Context context) {
      scopes.get().pop().close();
    }

    @Override
    public void onStop(Observation.Context context) {
      context.<Span>getRequired(Span.class).end();
    }

    @Override
    public boolean supportsContext(Observation.Context context) {
      return context.getClass() == Observation.Context.class; // not an observation of nothing
    }
  }

  private Observation observation(String name) {
    ObservationRegistry registry = ObservationRegistry.create();
    registry.observationConfig().observationHandler(new SpanHandler());
    return Observation.start(name, registry);
  }

  /** Fails when the scope of an observation opens, or when it closes. */
  private record FailingHandler(boolean opens) implements ObservationHandler<Observation.Context> {

    @Override
    public void onScopeOpened(Observation.Context context) {
      if (opens) {
        throw new IllegalStateException("opened");
      }
    }

    @Override
    public void onScopeClosed(Observation.Context context) {
      if (!opens) {
        throw new IllegalStateException("closed");
      }
    }

    @Override
    public boolean supportsContext(Observation.Context context) {
      return true;
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void survivesFailingHandlerOfObservation(boolean opens) {
    ObservationRegistry registry = ObservationRegistry.create();
    registry
        .observationConfig()
        .observationHandler(new SpanHandler())
        .observationHandler(new FailingHandler(opens));
    Observation server = Observation.start("server", registry);

    Context caller = Context.root().with(ContextKey.named("caller"), "caller");
    Scope scope = caller.makeCurrent();
    try {
      String value =
          ReactorChains.outer(in -> in.flatMap(ReactorChains::inner))
              .contextWrite(context -> context.put("micrometer.observation", server))
              .block();

      assertThat(value).isEqualTo("a");
      assertThat(Context.current()).isSameAs(caller);
    } finally {
      scope.close();
    }
    server.stop();

    assertThat(registry.getCurrentObservationScope()).isNull();
    assertThat(traces.tree()).isEqualTo("server\nouter\n  inner\n");
  }

  @Test
  void observationInContextOfReactorIsParent() {
    Observation server = observation("server");
    ReactorChains.outer(in -> in.flatMap(ReactorChains::inner))
        .contextWrite(context -> context.put("micrometer.observation", server))
        .block();
    server.stop();

    assertThat(traces.tree()).isEqualTo("server\n  outer\n    inner\n");
  }

  @Test
  void spanRemainsCurrentInsideObservationAroundIt() {
    Hooks.enableAutomaticContextPropagation();
    Observation server = observation("server");
    ReactorChains.outer(in -> in.publishOn(Schedulers.parallel()).map(ReactorChains::plain))
        .publishOn(Schedulers.parallel())
        .map(ReactorChains::plain)
        .contextWrite(context -> context.put("micrometer.observation", server))
        .block();
    server.stop();

    assertThat(traces.tree()).isEqualTo("server\n  outer\n    plain\n  plain\n");
  }

  @Test
  void observationInsideSpanRemainsCurrent() {
    Hooks.enableAutomaticContextPropagation();
    Observation server = observation("server");
    ReactorChains.outer(
            in ->
                Mono.defer(
                    () -> {
                      Observation client = observation("client");
                      return in.publishOn(Schedulers.parallel())
                          .map(ReactorChains::plain)
                          .flatMap(ReactorChains::inner)
                          .contextWrite(context -> context.put("micrometer.observation", client))
                          .doFinally(signal -> client.stop());
                    }))
        .contextWrite(context -> context.put("micrometer.observation", server))
        .block();
    server.stop();

    assertThat(traces.tree()).startsWith("server\n  outer\n").contains("  plain\n", "  inner\n");
    assertThat(traces.started())
        .filteredOn(span -> span.getName().equals("plain") || span.getName().equals("inner"))
        .hasSize(2)
        .allSatisfy(
            span ->
                assertThat(span.getParentSpanContext().getSpanId()).isEqualTo(spanId("client")));
  }

  private String spanId(String name) {
    return traces.started().stream()
        .filter(span -> span.getName().equals(name))
        .findFirst()
        .orElseThrow()
        .getSpanContext()
        .getSpanId();
  }
}
