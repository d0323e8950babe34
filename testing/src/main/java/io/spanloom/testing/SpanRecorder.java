package io.spanloom.testing;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Records the spans of one test in the order in which they start and end. Thread-safe. */
final class SpanRecorder implements SpanProcessor {

  private final Set<ReadableSpan> started = new LinkedHashSet<>();
  private final List<SpanData> ended = new ArrayList<>();
  private boolean closed;

  /** Returns the current state of the started spans. */
  List<SpanData> started() {
    List<ReadableSpan> spans;
    synchronized (this) {
      spans = List.copyOf(started);
    }
    return spans.stream().map(ReadableSpan::toSpanData).toList();
  }

  synchronized List<SpanData> ended() {
    return List.copyOf(ended);
  }

  List<SpanData> ended(String name) {
    return ended().stream().filter(span -> span.getName().equals(name)).toList();
  }

  boolean isRunning(String name) {
    return started().stream().anyMatch(span -> !span.hasEnded() && span.getName().equals(name));
  }

  /** Waits until a span with the name has ended; returns false if the time elapses first. */
  boolean await(String name, Duration timeout) {
    return waitUntil(() -> !ended(name).isEmpty(), timeout);
  }

  /** Waits until no span is running; returns false if the time elapses first. */
  boolean awaitAll(Duration timeout) {
    return waitUntil(() -> ended.size() >= started.size(), timeout);
  }

  private synchronized boolean waitUntil(BooleanSupplier condition, Duration timeout) {
    long deadline = System.nanoTime() + timeout.toNanos();
    try {
      while (!condition.getAsBoolean()) {
        long remaining = deadline - System.nanoTime();
        if (remaining <= 0) {
          return false;
        }
        TimeUnit.NANOSECONDS.timedWait(this, remaining);
      }
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      return false;
    }
    return true;
  }

  synchronized void clear() {
    started.clear();
    ended.clear();
  }

  @Override
  public synchronized void onStart(Context parent, ReadWriteSpan span) {
    if (!closed) {
      started.add(span);
    }
  }

  @Override
  public void onEnd(ReadableSpan span) {
    SpanData data = span.toSpanData();
    synchronized (this) {
      // Ignores spans that started before clear() or in an earlier test.
      if (started.contains(span)) {
        ended.add(data);
        notifyAll();
      }
    }
  }

  @Override
  public synchronized CompletableResultCode shutdown() {
    closed = true;
    clear();
    return CompletableResultCode.ofSuccess();
  }

  @Override
  public boolean isStartRequired() {
    return true;
  }

  @Override
  public boolean isEndRequired() {
    return true;
  }
}
