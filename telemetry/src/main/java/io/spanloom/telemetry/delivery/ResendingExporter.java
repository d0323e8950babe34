package io.spanloom.telemetry.delivery;

import io.opentelemetry.sdk.common.Clock;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.spanloom.telemetry.settings.Endpoint;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.TimeUnit;

/**
 * Sends a batch again until it is taken, is refused for good, or its time is over. OpenTelemetry's
 * own retries end after five attempts, sooner than a collector is restarted. The batch stays with
 * the processor's thread meanwhile, so that what ends in the meantime waits in the processor's
 * queue: nothing is kept beside it.
 */
public final class ResendingExporter implements SpanExporter {

  private final SpanExporter exporter;
  private final Endpoint endpoint;
  private final Duration patience;
  private final Clock clock;
  private final RetrySchedule pauses;
  private final DroppedSpanReporter losses;

  /**
   * Makes an exporter.
   *
   * @param exporter sends a batch once
   * @param patience how long a batch is sent again
   */
  public ResendingExporter(
      SpanExporter exporter,
      Endpoint endpoint,
      Duration patience,
      Clock clock,
      RetrySchedule pauses,
      DroppedSpanReporter losses) {
    this.exporter = exporter;
    this.endpoint = endpoint;
    this.patience = patience;
    this.clock = clock;
    this.pauses = pauses;
    this.losses = losses;
  }

  @Override
  public CompletableResultCode export(Collection<SpanData> spans) {
    losses.sending(endpoint, spans.size());
    long start = clock.nanoTime();
    for (int attempt = 1; ; attempt++) {
      Duration left = patience.minusNanos(clock.nanoTime() - start);
      CompletableResultCode result = attempt(spans, left);
      if (result.isSuccess()) {
        losses.sent();
        return result;
      }
      ExportFailure failure = ExportFailure.of(result.getFailureThrowable());
      if (!result.isDone() || !pauses.worthwhile(failure.kind())) {
        return lost(failure);
      }
      losses.failed(endpoint, failure);
      if (!pauses.before(attempt, patience.minusNanos(clock.nanoTime() - start))) {
        return lost(failure);
      }
    }
  }

  private CompletableResultCode attempt(Collection<SpanData> spans, Duration left) {
    try {
      return exporter.export(spans).join(left.toNanos(), TimeUnit.NANOSECONDS);
    } catch (RuntimeException failure) {
      return CompletableResultCode.ofExceptionalFailure(failure);
    }
  }

  private CompletableResultCode lost(ExportFailure failure) {
    losses.lost(endpoint, failure);
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
