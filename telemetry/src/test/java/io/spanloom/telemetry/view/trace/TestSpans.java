package io.spanloom.telemetry.view.trace;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.sdk.testing.trace.TestSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Builds spans for tests; small numbers identify traces and spans, and 0 means no parent. */
public final class TestSpans {

  public static final long EPOCH_MILLIS = 1_700_000_000_000L;

  private TestSpans() {}

  public static TestSpanData.Builder span(
      int trace, int id, int parent, String name, long start, long end) {
    return TestSpanData.builder()
        .setSpanContext(context(trace, id))
        .setParentSpanContext(parent == 0 ? SpanContext.getInvalid() : context(trace, parent))
        .setName(name)
        .setKind(SpanKind.INTERNAL)
        .setStartEpochNanos(nanos(start))
        .setEndEpochNanos(nanos(end))
        .setStatus(StatusData.unset())
        .setHasEnded(true);
  }

  /** Returns a root and its descendants, each span the only child of the one before. */
  public static List<SpanData> chain(int trace, int length) {
    List<SpanData> spans = new ArrayList<>();
    for (int i = 1; i <= length; i++) {
      spans.add(span(trace, i, i - 1, "level " + i, 0, length).build());
    }
    return spans;
  }

  public static EventData exception(long at, String type, String message, String stackTrace) {
    return EventData.create(
        nanos(at),
        "exception",
        Attributes.of(
            AttributeKey.stringKey("exception.type"), type,
            AttributeKey.stringKey("exception.message"), message,
            AttributeKey.stringKey("exception.stacktrace"), stackTrace));
  }

  public static Attributes usage(long input, long output, double cost) {
    return Attributes.of(
        AttributeKey.longKey("gen_ai.usage.input_tokens"), input,
        AttributeKey.longKey("gen_ai.usage.output_tokens"), output,
        AttributeKey.longKey("ai.usage.total_tokens"), input + output,
        AttributeKey.doubleKey("ai.cost.estimated_usd"), cost);
  }

  public static SpanContext context(int trace, int span) {
    return SpanContext.create(
        traceId(trace), spanId(span), TraceFlags.getSampled(), TraceState.getDefault());
  }

  public static SpanContext remote(int trace, int span) {
    return SpanContext.createFromRemoteParent(
        traceId(trace), spanId(span), TraceFlags.getSampled(), TraceState.getDefault());
  }

  public static String traceId(int trace) {
    return String.format(Locale.ROOT, "%032x", trace);
  }

  public static String spanId(int span) {
    return String.format(Locale.ROOT, "%016x", span);
  }

  public static long nanos(long millis) {
    return TimeUnit.MILLISECONDS.toNanos(EPOCH_MILLIS + millis);
  }
}
