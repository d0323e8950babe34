package io.spanloom.telemetry.delivery;

import io.opentelemetry.sdk.common.Clock;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.spanloom.telemetry.settings.OtlpEndpoint;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.TimeUnit;

/**
 * Exports a batch again until it succeeds, fails permanently or exceeds its time limit.
 * OpenTelemetry's retries stop after five attempts, before a collector has restarted. The batch
 * occupies the batch processor's thread meanwhile, so new spans wait in the processor's queue and
 * need no second buffer.
 */
final class ResendingExporter implements SpanExporter {

  /** The time limit of a batch that is exported again until it succeeds. */
  static final Duration UNLIMITED = Duration.ofNanos(Long.MAX_VALUE);

  private final SpanExporter exporter;
  private final OtlpEndpoint endpoint;
  private final Duration timeLimit;
  private final Clock clock;
  private final RetrySchedule schedule;
  private final DroppedSpanReporter reporter;

  /**
   * Creates an exporter.
   *
   * @param exporter an exporter without retries
   * @param timeLimit the time limit for exporting a batch, or {@link #UNLIMITED}
   */
  ResendingExporter(
      SpanExporter exporter,
      OtlpEndpoint endpoint,
      Duration timeLimit,
      Clock clock,
      RetrySchedule schedule,
      DroppedSpanReporter reporter) {
    this.exporter = exporter;
    this.endpoint = endpoint;
    this.timeLimit = timeLimit;
    this.clock = clock;
    this.schedule = schedule;
    this.reporter = reporter;
  }

  @Override
  public CompletableResultCode export(Collection<SpanData> spans) {
    reporter.batchStarted(endpoint, spans.size());
    long start = clock.nanoTime();
    for (int attempt = 1; ; attempt++) {
      CompletableResultCode result = attempt(spans, remaining(start));
      if (result.isSuccess()) {
        reporter.batchExported();
        return result;
      }
      ExportFailure failure = ExportFailure.of(result.getFailureThrowable());
      if (!result.isDone() || !schedule.shouldRetry(failure.kind())) {
        return lost(failure);
      }
      reporter.attemptFailed(endpoint, failure);
      if (!schedule.await(attempt, remaining(start))) {
        return lost(failure);
      }
    }
  }

  private Duration remaining(long start) {
    return timeLimit.minusNanos(clock.nanoTime() - start);
  }

  private CompletableResultCode attempt(Collection<SpanData> spans, Duration remaining) {
    try {
      return exporter.export(spans).join(remaining.toNanos(), TimeUnit.NANOSECONDS);
    } catch (RuntimeException failure) {
      return CompletableResultCode.ofExceptionalFailure(failure);
    }
  }

  private CompletableResultCode lost(ExportFailure failure) {
    reporter.batchLost(endpoint, failure);
    return CompletableResultCode.ofFailure();
  }

  @Override
  public CompletableResultCode flush() {
    return exporter.flush();
  }

  @Override
  public CompletableResultCode shutdown() {
    return exporter.shutdown();
  }
}
