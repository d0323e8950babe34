package io.spanloom.weaver;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Formats spans as an indented tree. A line has the name and, unless default or empty, kind,
 * status, attributes and events. Omits {@code code.function.name}, stack traces and durations.
 */
final class SpanTree {

  private static final List<String> OMITTED =
      List.of("code.function.name", "exception.stacktrace", "workflow.step.duration");

  private SpanTree() {}

  static String of(List<ReadableSpan> started) {
    StringBuilder text = new StringBuilder();
    List<SpanData> spans = started.stream().map(ReadableSpan::toSpanData).toList();
    for (SpanData span : spans) {
      boolean atTop =
          spans.stream().noneMatch(other -> other.getSpanId().equals(span.getParentSpanId()));
      if (atTop) {
        append(span, "", spans, text);
      }
    }
    return text.toString();
  }

  private static void append(SpanData span, String indent, List<SpanData> all, StringBuilder text) {
    text.append(indent).append(line(span)).append('\n');
    for (SpanData child : all) {
      if (child.getParentSpanId().equals(span.getSpanId())) {
        append(child, indent + "  ", all, text);
      }
    }
  }

  private static String line(SpanData span) {
    StringBuilder line = new StringBuilder(span.getName());
    if (!span.hasEnded()) {
      line.append(" NOT ENDED");
    }
    if (span.getKind() != SpanKind.INTERNAL) {
      line.append(' ').append(span.getKind());
    }
    if (span.getStatus().getStatusCode() != StatusCode.UNSET) {
      line.append(' ').append(span.getStatus().getStatusCode());
    }
    line.append(attributes(span.getAttributes()));
    span.getEvents()
        .forEach(
            event ->
                line.append(" [")
                    .append(event.getName())
                    .append(attributes(event.getAttributes()))
                    .append(']'));
    return line.toString();
  }

  private static String attributes(Attributes attributes) {
    String text =
        attributes.asMap().entrySet().stream()
            .filter(entry -> !OMITTED.contains(entry.getKey().getKey()))
            .sorted(
                java.util.Map.Entry.comparingByKey(
                    java.util.Comparator.comparing(AttributeKey::getKey)))
            .map(entry -> entry.getKey().getKey() + "=" + entry.getValue())
            .collect(Collectors.joining(", "));
    return text.isEmpty() ? "" : " {" + text + "}";
  }
}
