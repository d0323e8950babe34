package io.spanloom.testing;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Formats a span as one line of a tree.
 *
 * @param attributes accepts the keys of the attributes to show
 * @param byId the spans of the tree by their IDs, to name the targets of links
 */
record SpanFormatter(Predicate<String> attributes, Map<String, SpanData> byId) {

  private static final String RECORDED_EXCEPTION = "exception";

  String format(SpanData span) {
    StringBuilder line = new StringBuilder(oneLine(span.getName()));
    if (span.getKind() != SpanKind.INTERNAL) {
      line.append(' ').append(span.getKind());
    }
    line.append(braces(span.getAttributes())).append(status(span.getStatus()));
    for (EventData event : span.getEvents()) {
      // The status and error.type already show the exception.
      if (!event.getName().equals(RECORDED_EXCEPTION)) {
        String text = oneLine(event.getName()) + braces(event.getAttributes());
        line.append(" [").append(text).append(']');
      }
    }
    for (LinkData link : span.getLinks()) {
      SpanData linked = byId.get(link.getSpanContext().getSpanId());
      line.append(" -> ").append(linked == null ? "another trace" : oneLine(linked.getName()));
    }
    if (!span.hasEnded()) {
      line.append(" NOT ENDED");
    }
    return line.toString();
  }

  private String braces(Attributes all) {
    Map<String, Object> shown = new TreeMap<>();
    all.forEach(
        (key, value) -> {
          if (attributes.test(key.getKey())) {
            shown.put(key.getKey(), value);
          }
        });
    return shown.isEmpty()
        ? ""
        : shown.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + oneLine(entry.getValue().toString()))
            .collect(Collectors.joining(", ", " {", "}"));
  }

  private static String status(StatusData status) {
    if (status.getStatusCode() == StatusCode.UNSET) {
      return "";
    }
    String description = oneLine(status.getDescription());
    return " " + status.getStatusCode() + (description.isEmpty() ? "" : " (" + description + ")");
  }

  private static String oneLine(String text) {
    return text.replace("\r", "\\r").replace("\n", "\\n");
  }
}
