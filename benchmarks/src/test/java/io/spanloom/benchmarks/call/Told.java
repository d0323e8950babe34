package io.spanloom.benchmarks.call;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import java.util.Map;

/** What a span says, apart from what differs from call to call: its ids and its times. */
record Told(
    String name,
    SpanKind kind,
    Map<AttributeKey<?>, Object> attributes,
    StatusData status,
    int events,
    int links,
    boolean isChildOfParent) {

  static Told of(SpanData span, Span parent) {
    return new Told(
        span.getName(),
        span.getKind(),
        span.getAttributes().asMap(),
        span.getStatus(),
        span.getTotalRecordedEvents(),
        span.getTotalRecordedLinks(),
        span.getParentSpanId().equals(parent.getSpanContext().getSpanId()));
  }
}
