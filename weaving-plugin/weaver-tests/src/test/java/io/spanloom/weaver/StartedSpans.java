package io.spanloom.weaver;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.spanloom.support.TestProcessor;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Records spans in start order; timestamps may be equal. */
final class StartedSpans implements TestProcessor {

  private final List<ReadableSpan> spans = new CopyOnWriteArrayList<>();

  List<ReadableSpan> inOrder() {
    return spans;
  }

  @Override
  public void onStart(Context parent, ReadWriteSpan span) {
    spans.add(span);
  }

  @Override
  public boolean isEndRequired() {
    return false;
  }
}
