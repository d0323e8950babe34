package io.spanloom.runtime.woven;

import io.opentelemetry.api.trace.Span;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The times of a stream of chunks, and their number.
 *
 * @param chunks the number of chunks so far
 * @param firstNanos the time from the start of the call to the first chunk, or null before it
 * @param totalNanos the time since the start of the call
 */
record AiStream(long chunks, @Nullable Long firstNanos, long totalNanos) {

  private static final double NANOS_PER_SECOND = 1e9;

  /** Returns the time to the first chunk in seconds, or null if there was none. */
  @Nullable Double firstSeconds() {
    return firstNanos == null ? null : firstNanos / NANOS_PER_SECOND;
  }

  /** Writes the attributes to a span that has not ended. */
  void writeTo(Span span, AiAttributes names) {
    Long first = firstNanos;
    if (first != null && names.genAi()) {
      span.setAttribute(AiKeys.TIME_TO_FIRST_CHUNK, first / NANOS_PER_SECOND);
    }
    if (first != null && names.ai()) {
      span.setAttribute(AiKeys.FIRST_TOKEN_MS, TimeUnit.NANOSECONDS.toMillis(first));
    }
    span.setAttribute(AiKeys.STREAM_TOTAL_MS, TimeUnit.NANOSECONDS.toMillis(totalNanos));
    span.setAttribute(AiKeys.STREAM_CHUNKS, chunks);
  }

  /** Measures a stream. Not thread-safe. */
  static final class Clock {

    private final long startNanos = System.nanoTime();
    private @Nullable Long firstNanos;
    private long chunks;

    void chunk() {
      if (firstNanos == null) {
        firstNanos = System.nanoTime() - startNanos;
      }
      chunks++;
    }

    /** Returns the times of a stream that ended some time ago. */
    AiStream ended(long agoNanos) {
      return new AiStream(chunks, firstNanos, System.nanoTime() - startNanos - agoNanos);
    }
  }
}
