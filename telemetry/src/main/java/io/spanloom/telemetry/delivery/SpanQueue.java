package io.spanloom.telemetry.delivery;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.metrics.Aggregation;
import io.opentelemetry.sdk.metrics.InstrumentSelector;
import io.opentelemetry.sdk.metrics.InstrumentType;
import io.opentelemetry.sdk.metrics.SdkMeterProviderBuilder;
import io.opentelemetry.sdk.metrics.View;
import io.opentelemetry.sdk.metrics.data.AggregationTemporality;
import io.opentelemetry.sdk.metrics.data.LongPointData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.export.CollectionRegistration;
import io.opentelemetry.sdk.metrics.export.MetricReader;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongConsumer;
import java.util.function.Predicate;

/**
 * The queue of the batch processor, seen through the processor's own metrics, which nothing else
 * tells: how many spans wait in it, and how many found no room. No other metric of the program is
 * stored for it. Where another reader has those stored, the callbacks of the program are called for
 * this one too, and may take as long as they like. Safe for many threads.
 */
public final class SpanQueue implements MetricReader {

  private static final String METER = "io.opentelemetry.sdk.trace";
  private static final AttributeKey<Boolean> DROPPED = AttributeKey.booleanKey("dropped");
  private static final AttributeKey<String> ERROR_TYPE = AttributeKey.stringKey("error.type");

  /** Each metric under its name of old and under the one that the semantic conventions give it. */
  private static final Set<String> PROCESSED =
      Set.of("processedSpans", "otel.sdk.processor.span.processed");

  private static final Map<String, Aggregation> READ =
      Map.of(
          "processedSpans", Aggregation.sum(),
          "otel.sdk.processor.span.processed", Aggregation.sum(),
          "queueSize", Aggregation.lastValue(),
          "otel.sdk.processor.span.queue.size", Aggregation.sum());

  private final Executor looking;
  private final AtomicBoolean looks = new AtomicBoolean();
  private volatile CollectionRegistration registration = CollectionRegistration.noop();

  /** Makes one that looks on a thread of its own. */
  public SpanQueue() {
    this(Executors.newSingleThreadExecutor(task -> DaemonThreads.of(task, "spanloom-queue")));
  }

  /**
   * Makes one.
   *
   * @param looking runs what looks how many were dropped
   */
  public SpanQueue(Executor looking) {
    this.looking = looking;
  }

  /** Has the meter provider tell this reader what it wants to know. */
  public SdkMeterProviderBuilder addTo(SdkMeterProviderBuilder provider) {
    READ.forEach(
        (name, aggregation) ->
            provider.registerView(
                InstrumentSelector.builder().setMeterName(METER).setName(name).build(),
                View.builder().setAggregation(aggregation).build()));
    return provider.registerMetricReader(this);
  }

  /**
   * Tells how many spans found no room in the queue since the start, without keeping the caller,
   * unless the last look is not over yet.
   */
  void look(LongConsumer dropped) {
    if (looks.compareAndSet(false, true)) {
      looking.execute(
          () -> {
            try {
              dropped.accept(dropped());
            } finally {
              looks.set(false);
            }
          });
    }
  }

  /** Returns how many spans found no room in the queue since the start. */
  long dropped() {
    return sum(
        metric -> PROCESSED.contains(metric.getName()),
        attributes ->
            Boolean.TRUE.equals(attributes.get(DROPPED))
                || "queue_full".equals(attributes.get(ERROR_TYPE)));
  }

  /** Returns how many spans are in the queue now. */
  public long waiting() {
    return sum(metric -> !PROCESSED.contains(metric.getName()), attributes -> true);
  }

  private long sum(Predicate<MetricData> metrics, Predicate<Attributes> points) {
    return registration.collectAllMetrics().stream()
        .filter(metrics)
        .flatMap(metric -> metric.getData().getPoints().stream())
        .filter(point -> points.test(point.getAttributes()))
        .mapToLong(point -> point instanceof LongPointData sum ? sum.getValue() : 0)
        .sum();
  }

  @Override
  public void register(CollectionRegistration registration) {
    this.registration = registration;
  }

  @Override
  public AggregationTemporality getAggregationTemporality(InstrumentType instrumentType) {
    return AggregationTemporality.CUMULATIVE;
  }

  @Override
  public Aggregation getDefaultAggregation(InstrumentType instrumentType) {
    return Aggregation.drop();
  }

  @Override
  public CompletableResultCode forceFlush() {
    return CompletableResultCode.ofSuccess();
  }

  @Override
  public CompletableResultCode shutdown() {
    return CompletableResultCode.ofSuccess();
  }
}
