package io.spanloom.telemetry.delivery;

import io.opentelemetry.common.ComponentLoader;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.trace.OtlpGrpcSpanExporter;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import io.opentelemetry.sdk.common.Clock;
import io.opentelemetry.sdk.metrics.SdkMeterProviderBuilder;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.spanloom.telemetry.settings.OtlpEndpoint;
import io.spanloom.telemetry.settings.SettingNames;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The delivery of one SDK's spans: adds retries to its OTLP exporters and reports spans that are
 * lost. Not part of the API. Thread-safe.
 */
public final class SpanDelivery {

  private final SpanQueueObserver queue = new SpanQueueObserver();
  private final ConfigProperties config;
  private final DroppedSpanReporter reporter;
  private final ExponentialBackoff backoff;

  /**
   * Creates the delivery.
   *
   * @param config the settings of the SDK
   */
  public SpanDelivery(ConfigProperties config) {
    this.config = config;
    this.reporter =
        new DroppedSpanReporter(
            queue,
            config.getInt(SettingNames.QUEUE_SIZE, 0),
            timeLimit(config),
            Clock.getDefault());
    this.backoff = new ExponentialBackoff(!config.getBoolean(SettingNames.RETRY_DISABLED, false));
  }

  /** Returns the export time limit; absent or zero means unlimited, as in BatchSpanProcessor. */
  static Duration timeLimit(ConfigProperties config) {
    Duration timeout = config.getDuration(SettingNames.EXPORT_TIMEOUT, Duration.ZERO);
    return timeout.isZero() ? ResendingExporter.UNLIMITED : timeout;
  }

  /** Registers a reader that observes the queue of the batch processor. */
  public SdkMeterProviderBuilder observeQueue(SdkMeterProviderBuilder provider) {
    return queue.registerWith(provider);
  }

  /** Replaces the retries of an OTLP exporter by Spanloom's; returns any other exporter as is. */
  public SpanExporter addRetries(SpanExporter exporter) {
    OtlpEndpoint endpoint = OtlpEndpoint.of(config);
    RejectionObserver senders =
        new RejectionObserver(
            config.getComponentLoader(), count -> reporter.spansRejected(endpoint, count));
    SpanExporter withoutRetries = withoutRetries(exporter, senders);
    if (withoutRetries == null) {
      return exporter;
    }
    SdkLogFilter.suppressExportMessages();
    return new ResendingExporter(
        withoutRetries, endpoint, timeLimit(config), Clock.getDefault(), backoff, reporter);
  }

  /** Returns a copy of an OTLP exporter without retries, or null for any other exporter. */
  static @Nullable SpanExporter withoutRetries(SpanExporter exporter, ComponentLoader senders) {
    if (exporter instanceof OtlpGrpcSpanExporter grpc) {
      return grpc.toBuilder().setRetryPolicy(null).setComponentLoader(senders).build();
    }
    return exporter instanceof OtlpHttpSpanExporter http
        ? http.toBuilder().setRetryPolicy(null).setComponentLoader(senders).build()
        : null;
  }

  /** Returns whether a sampled span has ended since startup. */
  public boolean hasSpans() {
    return queue.processed() + queue.waiting() > 0;
  }

  /** Shortens the delays between attempts and stops logging. */
  public void beginShutdown() {
    reporter.beginShutdown();
    backoff.beginShutdown();
  }

  /**
   * Reports the spans that were not exported and not yet reported.
   *
   * @param limit the time limit of the shutdown
   * @param output receives a message for each kind of loss
   */
  public void reportAtShutdown(Duration limit, Consumer<String> output) {
    reporter.reportAtShutdown(limit, output);
  }
}
