package io.spanloom.runtime.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.spanloom.runtime.woven.StepSite;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Steps that start before those that come first have ended. */
final class StepOrderTest extends WorkflowSpans {

  @Test
  void reportsStepThatStartsTooEarly() {
    Workflow.run(
        "checkout",
        "o-5",
        () -> {
          call(charge);
          call(reserve);
          call(charge);
        });

    SpanData early = spans("charge").get(0);
    assertThat(early.getAttributes().get(OUT_OF_ORDER)).containsExactly("reserve");
    assertThat(early.getEvents())
        .extracting(EventData::getName)
        .containsExactly("step.out_of_order");
    assertThat(spans("charge").get(1).getAttributes().get(OUT_OF_ORDER)).isNull();
  }

  @Test
  void reportsEarlyStepOnEventsToo() {
    StepSite events = charge.asEvents();
    Workflow.run("checkout", "o-6", () -> call(events));

    assertThat(span("checkout").getEvents())
        .extracting(EventData::getName)
        .containsExactly("step.start", "step.out_of_order", "step.end");
    assertThat(span("checkout").getEvents().get(0).getAttributes().get(OUT_OF_ORDER))
        .containsExactly("reserve");
  }

  @Test
  void runningStepHasNotEnded() {
    CompletableFuture<String> pending = new CompletableFuture<>();
    Workflow.named("checkout")
        .resumable()
        .run(
            "o-7",
            () -> {
              call(charge);
              reserve.start();
              reserve.end(pending);
              call(charge);
              pending.complete("done");
              call(charge);
            });

    assertThat(spans("charge"))
        .extracting(each -> each.getAttributes().get(OUT_OF_ORDER))
        .containsExactly(null, List.of("reserve"), null);
  }

  @Test
  void workflowOf500StepsIsRecordedInFull() {
    Workflow.run(
        "large",
        "o-17",
        () -> {
          for (int i = 0; i < 500; i++) {
            StepSite step = StepSite.of("step-" + i, null, null).position(i + 1, 500);
            call(i == 0 ? step : step.after("step-" + (i - 1)));
          }
        });

    assertThat(tracing.spans())
        .hasSize(501)
        .allSatisfy(each -> assertThat(each.getAttributes().get(OUT_OF_ORDER)).isNull());
  }
}
