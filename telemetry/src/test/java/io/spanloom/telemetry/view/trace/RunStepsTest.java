package io.spanloom.telemetry.view.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.spanloom.telemetry.view.trace.RunSteps.State;
import io.spanloom.telemetry.view.trace.RunSteps.Step;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The steps of runs, as the page shows them. */
final class RunStepsTest {

  @Test
  void showsLastAttemptOfEachStepAndSkippedSteps() {
    List<RunSteps> runs =
        runs(
            step(2, "charge", 2, 1, "error", 10),
            step(3, "reserve", 1, 1, "success", 5),
            step(4, "charge", 2, 2, "success", 20),
            step(5, "ship", 5, 1, "cancelled", 30));

    assertThat(runs)
        .singleElement()
        .satisfies(
            run -> {
              assertThat(run.workflow()).isEqualTo("checkout");
              assertThat(run.runId()).isEqualTo("o-1");
              assertThat(run.steps())
                  .containsExactly(
                      new Step(1, "reserve", State.DONE, 1, false),
                      new Step(2, "charge", State.DONE, 2, false),
                      new Step(3, "+1", State.SKIPPED, 0, false),
                      new Step(5, "ship", State.CANCELLED, 1, false),
                      new Step(6, "", State.SKIPPED, 0, false));
            });
  }

  @Test
  void readsStepsFromEvents() {
    Attributes pack =
        attributes("pack", 1, 1, 1)
            .put(AttributeKey.stringArrayKey("workflow.step.out_of_order"), List.of("x"))
            .build();
    Attributes send = attributes("send", 2, 1, 2).build();
    SpanData span =
        TestSpans.span(1, 1, 0, "checkout", 0, 50)
            .setEvents(
                List.of(
                    EventData.create(TestSpans.nanos(1), "step.start", pack),
                    EventData.create(
                        TestSpans.nanos(2),
                        "step.end",
                        pack.toBuilder().put("workflow.step.outcome", "error").build()),
                    EventData.create(TestSpans.nanos(3), "step.start", send)))
            .build();

    assertThat(runs(span).get(0).steps())
        .containsExactly(
            new Step(1, "pack", State.FAILED, 1, true),
            new Step(2, "send", State.UNFINISHED, 1, false));
  }

  @Test
  void showsSpanOfEarlyStepThatHoldsEventsOfAnother() {
    Attributes charge = attributes("charge", 1, 2, 1).build();
    Attributes pack = attributes("pack", 2, 2, 1).build();
    SpanData span =
        TestSpans.span(1, 2, 1, "charge", 0, 10)
            .setAttributes(charge.toBuilder().put("workflow.step.outcome", "success").build())
            .setEvents(
                List.of(
                    EventData.create(TestSpans.nanos(1), "step.out_of_order", charge),
                    EventData.create(TestSpans.nanos(2), "step.start", pack)))
            .build();

    assertThat(runs(span).get(0).steps()).extracting(Step::name).containsExactly("charge", "pack");
  }

  @Test
  void traceWithoutStepsHasNoRuns() {
    assertThat(runs(TestSpans.span(1, 1, 0, "GET /", 0, 5).build())).isEmpty();
  }

  private static List<RunSteps> runs(SpanData... spans) {
    return Trace.of(TestSpans.traceId(1), List.of(spans), 0).runs();
  }

  private static SpanData step(
      int id, String name, long index, long attempt, String outcome, long end) {
    return TestSpans.span(1, id, 1, name, 0, end)
        .setAttributes(
            attributes(name, index, attempt, 6).put("workflow.step.outcome", outcome).build())
        .build();
  }

  private static AttributesBuilder attributes(String name, long index, long attempt, long count) {
    return Attributes.builder()
        .put("workflow.name", "checkout")
        .put("workflow.run.id", "o-1")
        .put("workflow.step.name", name)
        .put("workflow.step.index", index)
        .put("workflow.step.count", count)
        .put("workflow.step.attempt", attempt);
  }
}
