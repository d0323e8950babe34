package program;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import io.spanloom.AICall;
import io.spanloom.ParentContext;
import io.spanloom.SpanAttribute;
import io.spanloom.SpanLink;
import io.spanloom.Traced;
import io.spanloom.WorkflowStep;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Traced methods that together use every part of the OpenTelemetry API that woven code uses. */
final class Orders {

  @Traced(kind = SpanKind.SERVER)
  @SpanAttribute(value = "result", from = "result")
  @SpanAttribute(baggage = "tenant")
  int place(
      @SpanAttribute("text") String text,
      @SpanAttribute("number") int number,
      @SpanAttribute("fraction") double fraction,
      @SpanAttribute("flag") boolean flag,
      @SpanAttribute("texts") List<String> texts,
      @SpanAttribute("numbers") long[] numbers,
      @SpanAttribute("fractions") double[] fractions,
      @SpanAttribute("flags") boolean[] flags) {
    reserve();
    step();
    event();
    ask();
    withSpan();
    return number;
  }

  @Traced
  private static void reserve() {}

  @WorkflowStep(value = "pack", workflow = "order")
  private void step() {}

  @WorkflowStep(value = "send", workflow = "order", as = WorkflowStep.Form.EVENTS)
  private void event() {}

  @AICall(provider = "example", model = "small", temperature = 0.5)
  private void ask() {}

  @WithSpan("agent's")
  private void withSpan() {}

  @Traced
  void fail() {
    throw new IllegalStateException("failed");
  }

  @Traced(root = true)
  void root() {}

  @Traced
  void linked(@ParentContext Context parent, @SpanLink SpanContext link) {
    reserve();
  }

  @Traced
  CompletableFuture<String> later() {
    return CompletableFuture.completedFuture("done");
  }
}
