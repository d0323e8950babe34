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
 * Observes the queue of the batch processor through the processor's metrics, the only source of the
 * numbers of waiting and dropped spans. Other metrics of the program are not aggregated for this
 * reader. If another reader aggregates them, collecting for this one runs the program's callbacks
 * too, which may block. Thread-safe.
 */
final class SpanQueueObserver implements MetricReader {

  private static final String METER = "io.opentelemetry.sdk.trace";
  private static final AttributeKey<Boolean> DROPPED = AttributeKey.booleanKey("dropped");
  private static final AttributeKey<String> ERROR_TYPE = AttributeKey.stringKey("error.type");

  /** Each metric has its legacy name and the name of the semantic conventions. */
  private static final Set<String> PROCESSED =
      Set.of("processedSpans", "otel.sdk.processor.span.processed");

  private static final Map<String, Aggregation> READ =
      Map.of(
          "processedSpans", Aggregation.sum(),
          "otel.sdk.processor.span.processed", Aggregation.sum(),
          "queueSize", Aggregation.lastValue(),
          "otel.sdk.processor.span.queue.size", Aggregation.sum());

  private final Executor executor;
  private final AtomicBoolean checking = new AtomicBoolean();
  private volatile CollectionRegistration registration = CollectionRegistration.noop();

  /** Creates an observer that checks for dropped spans on a daemon thread. */
  SpanQueueObserver() {
    this(Executors.newSingleThreadExecutor(SpanQueueObserver::daemon));
  }

  /**
   * Creates an observer.
   *
   * @param executor runs the checks for dropped spans
   */
  SpanQueueObserver(Executor executor) {
    this.executor = executor;
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "spanloom-queue");
    thread.setDaemon(true);
    return thread;
  }

  /** Registers this reader and the views that it needs. */
  SdkMeterProviderBuilder registerWith(SdkMeterProviderBuilder provider) {
    READ.forEach(
        (name, aggregation) ->
            provider.registerView(
                InstrumentSelector.builder().setMeterName(METER).setName(name).build(),
                View.builder().setAggregation(aggregation).build()));
    return provider.registerMetricReader(this);
  }

  /**
   * Passes the total number of dropped spans to a consumer without blocking the caller. Does
   * nothing if the previous check is still running.
   */
  void checkDropped(LongConsumer consumer) {
    if (checking.compareAndSet(false, true)) {
      executor.execute(
          () -> {
            try {
              consumer.accept(dropped());
            } finally {
              checking.set(false);
            }
          });
    }
  }

  /** Returns the number of spans dropped since startup because the queue was full. */
  long dropped() {
    return sum(
        metric -> PROCESSED.contains(metric.getName()),
        attributes ->
            Boolean.TRUE.equals(attributes.get(DROPPED))
                || "queue_full".equals(attributes.get(ERROR_TYPE)));
  }

  /** Returns the number of spans that have left the queue since startup, exported or dropped. */
  long processed() {
    return sum(metric -> PROCESSED.contains(metric.getName()), attributes -> true);
  }

  /** Returns the number of spans in the queue. */
  long waiting() {
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
