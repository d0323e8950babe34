package io.spanloom.weaver;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.spanloom.support.TestProcessor;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

/**
 * Records the spans of an SDK without an exporter, which tolerates stack overflows and failed
 * allocations.
 */
final class SpanLog implements TestProcessor {

  private final Queue<ReadableSpan> started = new ConcurrentLinkedQueue<>();
  private final Queue<ReadableSpan> ended = new ConcurrentLinkedQueue<>();

  /** Returns an SDK whose spans this log records. */
  OpenTelemetrySdk sdk(Sampler sampler) {
    return OpenTelemetrySdk.builder()
        .setTracerProvider(
            SdkTracerProvider.builder().setSampler(sampler).addSpanProcessor(this).build())
        .build();
  }

  List<String> started() {
    return started.stream().map(ReadableSpan::getName).toList();
  }

  /** Returns the names of the ended spans in end order, each after the name of its parent. */
  List<String> endedWithParents() {
    Map<String, String> names =
        started.stream()
            .collect(
                Collectors.toMap(span -> span.getSpanContext().getSpanId(), ReadableSpan::getName));
    return ended.stream()
        .map(
            span ->
                span.getParentSpanContext().isValid()
                    ? names.get(span.getParentSpanContext().getSpanId()) + " > " + span.getName()
                    : span.getName())
        .toList();
  }

  /** Returns how often each started span has ended, and clears the log. */
  List<Long> drainEndCounts() {
    List<Long> ends =
        started.stream().map(span -> ended.stream().filter(span::equals).count()).toList();
    started.clear();
    ended.clear();
    return ends;
  }

  @Override
  public void onStart(Context parent, ReadWriteSpan span) {
    started.add(span);
  }

  @Override
  public void onEnd(ReadableSpan span) {
    ended.add(span);
  }
}
