package io.spanloom.runtime.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.spanloom.runtime.Spans;
import io.spanloom.runtime.woven.InMemoryTracing;
import io.spanloom.runtime.woven.WorkflowSite;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The traces, links and IDs of runs. */
final class RunTraceTest extends WorkflowSpans {

  @Test
  void runsWithSameIdShareTraceThatIsDerivedFromIt() {
    Workflow checkout = Workflow.named("checkout").traceByRun();
    Spans.withSpan("request", () -> checkout.run("o-8", () -> call(charge)));
    Spans.withSpan("request", () -> checkout.run("o-8", () -> call(charge)));
    checkout.run("o-9", () -> {});

    List<SpanData> runs = spans("checkout");
    assertThat(runs.get(0).getTraceId()).isEqualTo(runs.get(1).getTraceId());
    assertThat(runs.get(0).getTraceId()).isNotEqualTo(runs.get(2).getTraceId());
    assertThat(runs.get(0).getLinks().get(0).getSpanContext().getTraceId())
        .isEqualTo(spans("request").get(0).getTraceId());
    assertThat(runs.get(0).getParentSpanContext().isRemote()).isTrue();
    assertThat(spans("charge"))
        .allSatisfy(each -> assertThat(each.getAttributes().get(OUT_OF_ORDER)).isNull());
  }

  @Test
  void runsWithSameIdShareLinkOtherwise() {
    Workflow.run("checkout", "o-10", () -> {});
    Workflow.run("checkout", "o-10", () -> {});

    List<SpanData> runs = spans("checkout");
    assertThat(runs.get(0).getTraceId()).isNotEqualTo(runs.get(1).getTraceId());
    assertThat(runs.get(0).getLinks()).hasSize(1).isEqualTo(runs.get(1).getLinks());
  }

  @Test
  void runBelowDroppedSpanIsCountedButNotRecorded() {
    try (InMemoryTracing dropping =
        InMemoryTracing.install(Sampler.parentBased(Sampler.alwaysOff()), true)) {
      assertThatThrownBy(
              () ->
                  Spans.withSpan(
                      "request",
                      () ->
                          Workflow.named("checkout")
                              .traceByRun()
                              .run(
                                  "o-11",
                                  () -> {
                                    call(reserve);
                                    throw new IllegalStateException("no");
                                  })))
          .isInstanceOf(IllegalStateException.class);
      assertThat(dropping.spans()).isEmpty();
    }
    try (InMemoryTracing recording = InMemoryTracing.install()) {
      Workflow.run("checkout", "o-11", () -> call(reserve));
      assertThat(recording.spans())
          .filteredOn(each -> each.getName().equals("reserve"))
          .extracting(WorkflowSpans::idAndAttempt)
          .containsExactly("o-11 2");
    }
  }

  @Test
  void hashesIdThatIsTooLong() {
    Workflow.run("checkout", "x".repeat(257), () -> {});
    Workflow.run("checkout", "x".repeat(256), () -> {});

    assertThat(spans("checkout").get(0).getAttributes().get(RUN_ID))
        .startsWith("sha256:")
        .hasSize(39);
    assertThat(spans("checkout").get(1).getAttributes().get(RUN_ID)).hasSize(256);
  }

  @Test
  void subscriptionRecordsSameHashOfLongIdAsCall() {
    String id = "x".repeat(5000);
    WorkflowSite called = WorkflowSite.of("called", null);
    called.begin().attribute(RUN_ID, id).enter();
    called.end();
    WorkflowSite subscribed = WorkflowSite.of("subscribed", null).perSubscription();
    subscribed.begin().attribute(RUN_ID, id).enter();
    subscribed.<String, String>trace(
        "publisher",
        (result, spans) -> {
          spans.start(null).complete("done");
          return result;
        });

    assertThat(span("subscribed").getAttributes().get(RUN_ID))
        .startsWith("sha256:")
        .isEqualTo(span("called").getAttributes().get(RUN_ID));
  }
}
