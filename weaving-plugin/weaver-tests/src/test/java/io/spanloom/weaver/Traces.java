package io.spanloom.weaver;

import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanLimits;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.spanloom.runtime.Spans;
import io.spanloom.support.InMemorySdk;
import java.util.List;

/** An in-memory SDK, installed for woven code until closed. */
public final class Traces extends InMemorySdk {

  private static final SpanLimits ALL_EVENTS =
      SpanLimits.builder().setMaxNumberOfEvents(Integer.MAX_VALUE).build();

  private final StartedSpans started;

  private Traces(
      StartedSpans started,
      Sampler sampler,
      boolean samplerFollowsParent,
      List<? extends SpanProcessor> processors) {
    super(
        provider -> {
          provider.setSpanLimits(ALL_EVENTS).setSampler(sampler).addSpanProcessor(started);
          processors.forEach(provider::addSpanProcessor);
        });
    this.started = started;
    Spans.install(sdk(), samplerFollowsParent);
  }

  /** Records every span. */
  public static Traces record() {
    return new Traces(new StartedSpans(), Sampler.parentBased(Sampler.alwaysOn()), true, List.of());
  }

  /** Records the spans that a sampler keeps. */
  public static Traces record(Sampler sampler, boolean samplerFollowsParent) {
    return new Traces(new StartedSpans(), sampler, samplerFollowsParent, List.of());
  }

  /** Records every span and passes it to additional span processors first. */
  public static Traces record(SpanProcessor... processors) {
    return new Traces(
        new StartedSpans(), Sampler.parentBased(Sampler.alwaysOn()), true, List.of(processors));
  }

  /** Returns the started spans in start order; some may not have ended. */
  List<ReadableSpan> started() {
    return started.inOrder();
  }

  /** Returns the started spans as an indented tree in start order. */
  String tree() {
    return SpanTree.of(started());
  }

  @Override
  public void close() {
    Spans.uninstall();
    super.close();
  }
}
