package io.spanloom.runtime.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.spanloom.runtime.woven.SpanStart;
import io.spanloom.runtime.woven.StepSite;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Runs, and the steps in them. */
final class WorkflowTest extends WorkflowSpans {

  @Test
  void stepTakesNameAndIdOfRun() {
    Workflow.run("checkout", "o-1", () -> Steps.run("reserve", () -> {}));

    SpanData step = span("reserve");
    assertThat(step.getAttributes().get(WORKFLOW)).isEqualTo("checkout");
    assertThat(step.getAttributes().get(RUN_ID)).isEqualTo("o-1");
    assertThat(step.getAttributes().get(ATTEMPT)).isEqualTo(1);
    assertThat(step.getParentSpanId()).isEqualTo(span("checkout").getSpanId());
    assertThat(span("checkout").getAttributes().get(RUN_ID)).isEqualTo("o-1");
  }

  @Test
  void stepOnAnotherThreadTakesRunFromContext() throws Exception {
    ExecutorService executor = Executors.newSingleThreadExecutor();
    try {
      Workflow.run(
          "checkout",
          "o-2",
          () -> {
            executor.submit(Context.current().wrap(() -> call(reserve))).get();
            return null;
          });
    } finally {
      executor.shutdown();
    }

    assertThat(span("reserve").getAttributes().get(RUN_ID)).isEqualTo("o-2");
    assertThat(span("reserve").getTraceId()).isEqualTo(span("checkout").getTraceId());
  }

  @Test
  void runWithoutIdStillCountsAttempts() {
    Workflow.run(
        "checkout",
        null,
        () -> {
          call(reserve);
          call(reserve);
        });

    assertThat(spans("reserve"))
        .extracting(each -> each.getAttributes().get(ATTEMPT))
        .containsExactly(1L, 2L);
    assertThat(span("checkout").getAttributes().get(RUN_ID)).isNull();
    assertThat(span("checkout").getLinks()).isEmpty();
  }

  @Test
  void stepOutsideAnyRunHasNeitherRunNorAttempt() {
    call(reserve);

    Attributes attributes = span("reserve").getAttributes();
    assertThat(attributes.get(RUN_ID)).isNull();
    assertThat(attributes.get(ATTEMPT)).isNull();
    assertThat(attributes.get(WORKFLOW)).isEqualTo("checkout");
    assertThat(attributes.get(OUTCOME)).isEqualTo("success");
  }

  @Test
  void failedRunContinuesToCountAttempts() {
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(
              () ->
                  Workflow.run(
                      "checkout",
                      "o-3",
                      () -> {
                        call(reserve);
                        throw new IllegalStateException("no");
                      }))
          .isInstanceOf(IllegalStateException.class);
    }
    Workflow.run("checkout", "o-3", () -> call(reserve));
    Workflow.run("checkout", "o-3", () -> call(reserve));

    assertThat(spans("reserve"))
        .extracting(each -> each.getAttributes().get(ATTEMPT))
        .containsExactly(1L, 2L, 3L, 1L);
    assertThat(spans("checkout").get(0).getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
  }

  @Test
  void givenAttemptTakesPrecedence() {
    StepSite site = charge.withRunId();
    SpanStart start = site.begin();
    assertThat(start).isNotNull();
    start.attribute(RUN_ID, "o-4").attribute(ATTEMPT, 7L).enter();
    site.end();

    assertThat(span("charge").getAttributes().get(ATTEMPT)).isEqualTo(7);
    assertThat(span("charge").getAttributes().get(RUN_ID)).isEqualTo("o-4");
    assertThat(span("charge").getLinks()).hasSize(1);
  }

  @Test
  void runsInterleavedOnOneThreadStaySeparate() {
    StepSite first = reserve.withRunId();
    for (String id : List.of("a", "b", "a")) {
      SpanStart start = first.begin();
      assertThat(start).isNotNull();
      start.attribute(RUN_ID, id).enter();
      first.end();
    }
    Workflow.run(
        "outer",
        "x",
        () -> {
          call(reserve);
          Workflow.run("inner", "y", () -> call(reserve));
          call(reserve);
        });

    assertThat(spans("reserve"))
        .extracting(WorkflowSpans::idAndAttempt)
        .containsExactly("a 1", "b 1", "a 2", "x 1", "y 1", "x 2");
  }

  @Test
  void deferredRunEndsWhenStageCompletes() {
    CompletableFuture<String> pending = new CompletableFuture<>();
    CompletableFuture<String> result =
        Workflow.<CompletableFuture<String>, RuntimeException>run(
            "checkout", "o-13", () -> pending);

    assertThat(result).isSameAs(pending);
    assertThat(tracing.spans()).isEmpty();
    pending.complete("done");
    assertThat(span("checkout").hasEnded()).isTrue();
  }
}
