package io.spanloom.compatibility;

import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.otel.bridge.OtelCurrentTraceContext;
import io.micrometer.tracing.otel.bridge.OtelTraceContext;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;

/** The adapter of docs/frameworks.md, as a user writes it. */
final class CurrentSpanOfBothApis extends OtelCurrentTraceContext {

  @Override
  public TraceContext context() {
    TraceContext known = super.context();
    SpanContext current = Span.current().getSpanContext();
    boolean same = known != null && known.spanId().equals(current.getSpanId());
    return same || !current.isValid() ? known : OtelTraceContext.fromOtel(current);
  }
}
