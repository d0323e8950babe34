package io.spanloom.weaver;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Records spans in start order; timestamps may be equal. */
final class StartedSpans implements SpanProcessor {

  private final List<ReadableSpan> spans = new CopyOnWriteArrayList<>();

  List<ReadableSpan> inOrder() {
    return spans;
  }

  @Override
  public void onStart(Context parent, ReadWriteSpan span) {
    spans.add(span);
  }

  @Override
  public boolean isStartRequired() {
    return true;
  }

  @Override
  public void onEnd(ReadableSpan span) {}

  @Override
  public boolean isEndRequired() {
    return false;
  }
}
