package io.spanloom.telemetry.ai;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.spanloom.runtime.woven.AiControl;

/** Marks the spans of other libraries that start within an AI call whose span has the tokens. */
final class InnerSpanMarker implements SpanProcessor {

  /** The mark, which {@link RepeatedTokensFilter} removes. */
  static final AttributeKey<Boolean> MARK = AttributeKey.booleanKey("spanloom.ai.inner");

  /** The prefix of the scope of Spanloom's spans. */
  private static final String SPANLOOM = "io.spanloom";

  @Override
  public void onStart(Context parentContext, ReadWriteSpan span) {
    if (AiControl.recordsTokens(parentContext)
        && !span.getInstrumentationScopeInfo().getName().startsWith(SPANLOOM)) {
      span.setAttribute(MARK, true);
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
