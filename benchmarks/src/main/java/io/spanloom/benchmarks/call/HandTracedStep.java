package io.spanloom.benchmarks.call;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;

/** A step that adds its events to the current span by hand, with the attributes of Spanloom's. */
final class HandTracedStep {

  private static final AttributeKey<String> FUNCTION = AttributeKey.stringKey("code.function.name");
  private static final AttributeKey<String> WORKFLOW = AttributeKey.stringKey("workflow.name");
  private static final AttributeKey<String> STEP = AttributeKey.stringKey("workflow.step.name");
  private static final AttributeKey<Long> INDEX = AttributeKey.longKey("workflow.step.index");
  private static final AttributeKey<Long> COUNT = AttributeKey.longKey("workflow.step.count");
  private static final AttributeKey<String> OUTCOME =
      AttributeKey.stringKey("workflow.step.outcome");
  private static final AttributeKey<Double> DURATION =
      AttributeKey.doubleKey("workflow.step.duration");

  private static final double NANOS_PER_SECOND = 1e9;

  /** The name of Spanloom's method, so that the events have equal attributes. */
  private static final String NAME = "io.spanloom.benchmarks.call.StepBenchmark.pack";

  private static final Attributes START =
      Attributes.of(FUNCTION, NAME, WORKFLOW, "checkout", STEP, "pack", INDEX, 2L, COUNT, 2L);

  private HandTracedStep() {}

  static int pack(int i) {
    Span span = Span.current();
    span.addEvent("step.start", START);
    long start = System.nanoTime();
    String outcome = "failure";
    try {
      int result = i;
      outcome = "success";
      return result;
    } finally {
      double seconds = (System.nanoTime() - start) / NANOS_PER_SECOND;
      span.addEvent(
          "step.end", START.toBuilder().put(OUTCOME, outcome).put(DURATION, seconds).build());
    }
  }
}
