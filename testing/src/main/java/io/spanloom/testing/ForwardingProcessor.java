package io.spanloom.testing;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;

/** Passes the spans of another SDK to the recorder of the running test, if any. Thread-safe. */
final class ForwardingProcessor implements SpanProcessor {

  static final SpanProcessor INSTANCE = new ForwardingProcessor();

  private ForwardingProcessor() {}

  @Override
  public void onStart(Context parent, ReadWriteSpan span) {
    SpanRecorder recorder = RecordingSession.currentRecorder();
    if (recorder != null) {
      recorder.onStart(parent, span);
    }
  }

  /** Passes on the span; the recorder ignores a span that started in an earlier test. */
  @Override
  public void onEnd(ReadableSpan span) {
    SpanRecorder recorder = RecordingSession.currentRecorder();
    if (recorder != null) {
      recorder.onEnd(span);
    }
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
