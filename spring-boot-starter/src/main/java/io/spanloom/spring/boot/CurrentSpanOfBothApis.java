package io.spanloom.spring.boot;

import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.otel.bridge.OtelCurrentTraceContext;
import io.micrometer.tracing.otel.bridge.OtelTraceContext;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import org.jspecify.annotations.Nullable;

/**
 * The current span of Micrometer's bridge, which otherwise ignores spans that OpenTelemetry's API
 * makes current below one of its own.
 */
final class CurrentSpanOfBothApis extends OtelCurrentTraceContext {

  @Override
  public @Nullable TraceContext context() {
    TraceContext known = super.context();
    SpanContext current = Span.current().getSpanContext();
    boolean same = known != null && known.spanId().equals(current.getSpanId());
    return same || !current.isValid() ? known : OtelTraceContext.fromOtel(current);
  }
}
