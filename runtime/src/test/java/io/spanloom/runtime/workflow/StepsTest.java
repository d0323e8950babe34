package io.spanloom.runtime.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.EventData;
import io.spanloom.runtime.woven.InMemoryTracing;
import io.spanloom.support.ForkedJvm;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Steps that are not methods. */
final class StepsTest extends WorkflowSpans {

  @Test
  void manualStepCanEndOnAnotherThread() throws Exception {
    ExecutorService executor = Executors.newSingleThreadExecutor();
    try {
      Workflow.run(
          "checkout",
          "o-14",
          () -> {
            Steps.logStepStart("pack", Attributes.builder().put("size", 3).build());
            executor
                .submit(
                    Context.current()
                        .wrap(
                            () ->
                                Steps.logStepEnd(
                                    "pack", Attributes.builder().put("weight", 5).build())))
                .get();
            return null;
          });
    } finally {
      executor.shutdown();
    }

    List<EventData> events = span("checkout").getEvents();
    assertThat(events).extracting(EventData::getName).containsExactly("step.start", "step.end");
    Attributes end = events.get(1).getAttributes();
    assertThat(end.get(RUN_ID)).isEqualTo("o-14");
    assertThat(end.get(OUTCOME)).isEqualTo("success");
    assertThat(end.get(AttributeKey.longKey("size"))).isEqualTo(3);
    assertThat(end.get(AttributeKey.longKey("weight"))).isEqualTo(5);
  }

  @Test
  void manualStepThatNeverEndsIsCancelledWithItsRun() {
    Workflow.run("checkout", "o-15", () -> Steps.logStepStart("pack"));

    assertThat(span("checkout").getEvents())
        .extracting(each -> each.getAttributes().get(OUTCOME))
        .containsExactly(null, "cancelled");
  }

  @Test
  void manualStepWithoutSpanGetsOne() {
    Steps.logStepStart("pack");
    assertThat(tracing.spans()).isEmpty();
    Steps.logStepFailure("pack", new IllegalStateException("no"));

    assertThat(span("pack").getAttributes().get(OUTCOME)).isEqualTo("error");
    assertThat(span("pack").getEvents())
        .extracting(EventData::getName)
        .containsExactly("step.start", "step.end", "exception");
  }

  @Test
  void forgottenManualStepsOutsideRunsAreCancelled() {
    for (int i = 0; i < 100; i++) {
      Steps.logStepStart("forgotten-" + i);
    }
    assertThat(tracing.spans())
        .hasSize(100 - 64)
        .allSatisfy(each -> assertThat(each.getAttributes().get(OUTCOME)).isEqualTo("cancelled"));
    for (int i = 36; i < 100; i++) {
      Steps.logStepEnd("forgotten-" + i);
    }
    assertThat(tracing.spans()).hasSize(100);
  }

  @Test
  void endWithoutStartIsIgnored() {
    Workflow.run("checkout", "o-16", () -> Steps.logStepEnd("unknown"));
    Steps.logStepEnd("unknown");

    assertThat(tracing.spans()).hasSize(1);
    assertThat(span("checkout").getEvents()).isEmpty();
  }

  @Test
  @Tag("slow")
  void endWithoutStartIsLoggedOncePerProcess() throws Exception {
    assertThat(ForkedJvm.of(EndWithoutStart.class).run())
        .containsOnlyOnce("WARNING: ")
        .containsOnlyOnce("the end of step 'unknown' is ignored, because the step was not started");
  }

  /** Ends a step that was not started, in a run and without one. */
  static final class EndWithoutStart {
    public static void main(String[] arguments) {
      InMemoryTracing.install();
      Workflow.run("checkout", "o-16", () -> Steps.logStepEnd("unknown"));
      Steps.logStepEnd("unknown");
      Steps.logStepEnd("unknown");
    }
  }
}
