package io.spanloom.support;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;

/** A span processor for which a test implements only what it needs. */
public interface TestProcessor extends SpanProcessor {

  @Override
  default void onStart(Context parent, ReadWriteSpan span) {}

  @Override
  default boolean isStartRequired() {
    return true;
  }

  @Override
  default void onEnd(ReadableSpan span) {}

  @Override
  default boolean isEndRequired() {
    return true;
  }
}
