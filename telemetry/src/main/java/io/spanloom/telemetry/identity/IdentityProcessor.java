package io.spanloom.telemetry.identity;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;

/** Copies the request's identity to each span that starts in the request's context. */
final class IdentityProcessor implements SpanProcessor {

  @Override
  public void onStart(Context parent, ReadWriteSpan span) {
    RequestIdentity identity = RequestIdentity.of(parent);
    if (identity != null) {
      identity.copyTo(span);
    }
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
