package io.spanloom.runtime.woven;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.spanloom.support.TestProcessor;

/** A span processor whose callbacks throw. */
final class ThrowingProcessor implements TestProcessor {

  @Override
  public void onStart(Context parent, ReadWriteSpan span) {
    throw new IllegalStateException("onStart");
  }

  @Override
  public void onEnd(ReadableSpan span) {
    throw new IllegalStateException("onEnd");
  }
}
