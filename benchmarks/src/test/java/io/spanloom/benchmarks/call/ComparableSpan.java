package io.spanloom.benchmarks.call;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import java.util.Map;

/** A span without its ids and times, which differ between calls. */
record ComparableSpan(
    String name,
    SpanKind kind,
    Map<AttributeKey<?>, Object> attributes,
    StatusData status,
    int events,
    int links,
    boolean isChildOfParent) {

  static ComparableSpan of(SpanData span, Span parent) {
    return new ComparableSpan(
        span.getName(),
        span.getKind(),
        span.getAttributes().asMap(),
        span.getStatus(),
        span.getTotalRecordedEvents(),
        span.getTotalRecordedLinks(),
        span.getParentSpanId().equals(parent.getSpanContext().getSpanId()));
  }
}
