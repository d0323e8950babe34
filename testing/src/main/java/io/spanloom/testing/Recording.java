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

/** The spans of one test, in the order in which they start and end. Safe for many threads. */
final class Recording implements SpanProcessor {

  private final Set<ReadableSpan> started = new LinkedHashSet<>();
  private final List<SpanData> ended = new ArrayList<>();
  private boolean closed;

  /** The spans that have started, each as it is now. */
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

  /** Waits for the end of a span, if need be for its start as well. */
  boolean awaitEnd(String name, Duration limit) {
    return await(() -> !ended(name).isEmpty(), limit);
  }

  /** Waits until no span is running. */
  boolean awaitEnds(Duration limit) {
    return await(() -> ended.size() >= started.size(), limit);
  }

  private synchronized boolean await(BooleanSupplier condition, Duration limit) {
    long end = System.nanoTime() + limit.toNanos();
    try {
      while (!condition.getAsBoolean()) {
        long left = end - System.nanoTime();
        if (left <= 0) {
          return false;
        }
        TimeUnit.NANOSECONDS.timedWait(this, left);
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
      // A span that started before clear(), or in an earlier test, is none of these.
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
