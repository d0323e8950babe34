package io.spanloom.runtime.woven;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.spanloom.runtime.Spans;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

final class StepSiteTest {

  private final StepSite step = StepSite.of("pack", "order", "shop.Shop.pack").asEvents();

  @Test
  void addsPairOfEventsWithSameAttributes() {
    List<EventData> events = eventsOf(step::end);

    assertThat(events).extracting(EventData::getName).containsExactly("step.start", "step.end");
    Attributes start = events.get(0).getAttributes();
    assertThat(start.asMap())
        .containsOnly(
            Map.entry(AttributeKeys.CODE_FUNCTION_NAME, "shop.Shop.pack"),
            Map.entry(AttributeKeys.STEP_NAME, "pack"),
            Map.entry(AttributeKeys.WORKFLOW_NAME, "order"));
    Attributes end = events.get(1).getAttributes();
    assertThat(end.get(AttributeKeys.STEP_DURATION)).isPositive();
    assertThat(end.toBuilder().remove(AttributeKeys.STEP_DURATION).build())
        .isEqualTo(start.toBuilder().put(AttributeKeys.STEP_OUTCOME, "success").build());
  }

  @Test
  void recordsOutcomeAndErrorTypeOfFailedStep() {
    Attributes end =
        eventsOf(() -> step.fail(new IllegalStateException("no"))).get(1).getAttributes();

    assertThat(end.get(AttributeKeys.STEP_OUTCOME)).isEqualTo("error");
    assertThat(end.get(AttributeKeys.ERROR_TYPE)).isEqualTo("java.lang.IllegalStateException");
  }

  @Test
  void expectedExceptionIsAResult() {
    StepSite expecting = step.expecting(IllegalStateException.class);
    List<EventData> events =
        eventsOf(
            () -> {
              step.end();
              expecting.start();
              expecting.fail(new IllegalStateException("no"));
            });
    Attributes end = events.get(3).getAttributes();

    assertThat(end.get(AttributeKeys.STEP_OUTCOME)).isEqualTo("success");
    assertThat(end.get(AttributeKeys.ERROR_TYPE)).isNull();
    assertThat(expecting.info().isExpected(new IllegalStateException())).isTrue();
    assertThat(WorkflowSite.of("order", null).expecting(Error.class).info().isExpected(new Error()))
        .isTrue();
  }

  @Test
  void cancelledStageIsNotAnError() {
    CompletableFuture<String> stage = new CompletableFuture<>();
    List<EventData> events =
        eventsOf(
            () -> {
              step.end(stage);
              stage.cancel(true);
            });

    assertThat(events.get(1).getAttributes().get(AttributeKeys.STEP_OUTCOME))
        .isEqualTo("cancelled");
  }

  @Test
  void restoresContextAfterBodyLeavesScopeOpen() {
    Context[] seen = new Context[2];
    eventsOf(
        () -> {
          seen[0] = Context.current();
          Scope leaked = Context.root().with(Span.getInvalid()).makeCurrent();
          step.end();
          seen[1] = Context.current();
          leaked.close();
        });

    assertThat(seen[1]).isSameAs(seen[0]);
  }

  @Test
  void eventsGetSpanIfNoneIsCurrent() {
    try (InMemoryTracing tracing = InMemoryTracing.install()) {
      step.start();
      step.fail(new IllegalStateException("no"));

      SpanData span = tracing.spans().get(0);
      assertThat(span.getName()).isEqualTo("pack");
      assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
      assertThat(span.getAttributes().get(AttributeKeys.STEP_OUTCOME)).isEqualTo("error");
      assertThat(span.getEvents())
          .extracting(EventData::getName)
          .containsExactly("step.start", "step.end", "exception");
      assertThat(span.hasEnded()).isTrue();
    }
  }

  @Test
  void stageThatCompletesTwiceEndsStepOnce() {
    assertThat(eventsOf(() -> step.end(new TwiceCompletedStage())))
        .extracting(EventData::getName)
        .containsExactly("step.start", "step.end");
  }

  @Test
  void eventsUnderDroppedSpanAreDropped() {
    try (InMemoryTracing tracing =
        InMemoryTracing.install(Sampler.parentBased(Sampler.alwaysOff()), true)) {
      Spans.withSpan(
          "order",
          () -> {
            step.start();
            step.end();
          });
      assertThat(tracing.spans()).isEmpty();
    }
  }

  /** A stage that calls its callback twice. */
  private static final class TwiceCompletedStage extends CompletableFuture<String> {
    @Override
    public CompletableFuture<String> whenComplete(
        BiConsumer<? super String, ? super Throwable> action) {
      action.accept("a", null);
      action.accept("b", null);
      return this;
    }
  }

  private List<EventData> eventsOf(Runnable bodyAndEnd) {
    try (InMemoryTracing tracing = InMemoryTracing.install()) {
      Spans.withSpan(
          "order",
          () -> {
            step.start();
            bodyAndEnd.run();
          });
      return tracing.spans().get(0).getEvents();
    }
  }
}
