package io.spanloom.runtime.woven;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.data.EventData;
import io.spanloom.runtime.Spans;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

final class EventSiteTest {

  private final EventSite step = EventSite.of("pack", "order", "shop.Shop.pack");

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
    assertThat(events.get(1).getAttributes())
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
  void addsNoEventsWithoutCurrentSpan() {
    try (InMemoryTracing tracing = InMemoryTracing.install()) {
      step.begin();
      step.end();
      assertThat(tracing.spans()).isEmpty();
    }
  }

  private List<EventData> eventsOf(Runnable bodyAndEnd) {
    try (InMemoryTracing tracing = InMemoryTracing.install()) {
      Spans.withSpan(
          "order",
          () -> {
            step.begin();
            bodyAndEnd.run();
          });
      return tracing.spans().get(0).getEvents();
    }
  }
}
