package io.spanloom.weaver;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.TraceId;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.IdGenerator;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

/**
 * Keeps the spans that have not ended, and checks that each belongs to the trace of its attribute
 * {@code id}. A parent may end before its child starts, so its ID alone does not suffice.
 */
final class LiveSpans implements SpanProcessor, IdGenerator {

  private static final AttributeKey<Long> ID = AttributeKey.longKey("id");

  private final ThreadLocal<Long> nextTrace = ThreadLocal.withInitial(() -> 0L);
  private final Map<String, Long> idsBySpan = new ConcurrentHashMap<>();
  private final Queue<String> wrongParents = new ConcurrentLinkedQueue<>();
  private final LongAdder started = new LongAdder();

  /** Sets the {@code id} of the next trace that this thread starts. */
  void nextTrace(long id) {
    nextTrace.set(id);
  }

  @Override
  public String generateTraceId() {
    return traceId(nextTrace.get());
  }

  @Override
  public String generateSpanId() {
    return IdGenerator.random().generateSpanId();
  }

  private static String traceId(long id) {
    return TraceId.fromLongs(1, id);
  }

  @Override
  public void onStart(Context parent, ReadWriteSpan span) {
    started.increment();
    Long id = span.getAttribute(ID);
    idsBySpan.put(span.getSpanContext().getSpanId(), Objects.requireNonNull(id));
    boolean root = span.getName().equals("outer");
    Long parentId = idsBySpan.get(span.getParentSpanContext().getSpanId());
    if (root == span.getParentSpanContext().isValid()
        || (parentId != null && !parentId.equals(id))
        || !span.getSpanContext().getTraceId().equals(traceId(id))) {
      wrongParents.add(span.getName() + " " + id);
    }
  }

  @Override
  public boolean isStartRequired() {
    return true;
  }

  @Override
  public void onEnd(ReadableSpan span) {
    idsBySpan.remove(span.getSpanContext().getSpanId());
  }

  @Override
  public boolean isEndRequired() {
    return true;
  }

  int live() {
    return idsBySpan.size();
  }

  long started() {
    return started.sum();
  }

  Queue<String> wrongParents() {
    return wrongParents;
  }
}
