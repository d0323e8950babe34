package io.spanloom.telemetry.view.page;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.spanloom.telemetry.view.trace.AiFacts;
import io.spanloom.telemetry.view.trace.AttributeStrings;
import io.spanloom.telemetry.view.trace.RunSteps;
import io.spanloom.telemetry.view.trace.SpanErrors;
import io.spanloom.telemetry.view.trace.SpanKeys;
import io.spanloom.telemetry.view.trace.SpanRow;
import io.spanloom.telemetry.view.trace.Trace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Writes a trace as the JSON that the page reads. The start of the trace is in epoch milliseconds,
 * other times are in nanoseconds since that start; spans are sorted, each with its depth. An
 * attribute is an array of its key, its value as a string and, unless it is a string, its value in
 * the JSON format of OTLP.
 */
final class TraceJson {

  /** The length beyond which spans have only their names and times. */
  private static final int MAX_CHARACTERS_WITH_DETAILS = 4_000_000;

  private static final int MAX_TEXT = 4_096;
  private static final int MAX_RUNS = 20;
  private static final int MAX_NAME = 256;
  private static final int MAX_STACK_TRACE = 32_768;

  private final JsonWriter json = new JsonWriter();
  private final List<Resource> resources = new ArrayList<>();
  private final Trace trace;
  private final long start;

  private TraceJson(Trace trace) {
    this.trace = trace;
    this.start = trace.startNanos();
  }

  /** Returns a trace as a JSON object. */
  static String of(Trace trace) {
    return new TraceJson(trace).write();
  }

  private String write() {
    String service =
        Objects.requireNonNullElse(
            trace.root().getResource().getAttribute(SpanKeys.SERVICE_NAME), "");
    json.begin('{')
        .name("id")
        .value(trace.id())
        .name("name")
        .value(trace.root().getName(), MAX_NAME)
        .name("service")
        .value(service, MAX_NAME)
        .name("started")
        .value(TimeUnit.NANOSECONDS.toMillis(start))
        .name("startNanos")
        .value(Long.toString(start))
        .name("duration")
        .value(trace.durationNanos())
        .name("errors")
        .value(trace.errors())
        .name("usage")
        .value(trace.usage().text())
        .name("finished")
        .raw(Boolean.toString(trace.finished()))
        .name("discarded")
        .value(trace.discarded())
        .name("runs")
        .begin('[');
    trace.runs().stream().limit(MAX_RUNS).forEach(this::write);
    json.end(']').name("spans").begin('[');
    trace.rows().forEach(this::write);
    json.end(']').name("resources").begin('[');
    resources.forEach(resource -> write(resource.getAttributes()));
    return json.end(']').end('}').toString();
  }

  private void write(RunSteps run) {
    json.begin('{')
        .name("workflow")
        .value(run.workflow(), MAX_NAME)
        .name("id")
        .value(run.runId(), MAX_NAME)
        .name("steps")
        .begin('[');
    for (RunSteps.Step step : run.steps()) {
      json.begin('{')
          .name("index")
          .value(step.index())
          .name("name")
          .value(step.name(), MAX_NAME)
          .name("state")
          .value(step.state().name().toLowerCase(Locale.ROOT))
          .name("attempts")
          .value(step.attempts())
          .name("early")
          .raw(Boolean.toString(step.early()))
          .end('}');
    }
    json.end(']').end('}');
  }

  private void write(SpanRow row) {
    SpanData span = row.span();
    json.begin('{')
        .name("id")
        .value(span.getSpanId())
        .name("parent")
        .value(span.getParentSpanContext().isValid() ? span.getParentSpanId() : "")
        .name("depth")
        .value(row.depth())
        .name("name")
        .value(span.getName(), MAX_NAME)
        .name("kind")
        .value(span.getKind().name())
        .name("start")
        .value(span.getStartEpochNanos() - start)
        .name("duration")
        .value(row.durationNanos())
        .name("failed")
        .raw(Boolean.toString(SpanErrors.failed(span)))
        .name("status")
        .value(span.getStatus().getStatusCode().name())
        .name("usage")
        .value(AiFacts.of(span.getAttributes()).text());
    if (json.length() < MAX_CHARACTERS_WITH_DETAILS) {
      writeDetails(span);
    }
    json.end('}');
  }

  private void writeDetails(SpanData span) {
    if (!span.getStatus().getDescription().isEmpty()) {
      json.name("statusMessage").value(span.getStatus().getDescription(), MAX_TEXT);
    }
    json.name("scope")
        .value(span.getInstrumentationScopeInfo().getName(), MAX_NAME)
        .name("resource")
        .value(indexOf(span.getResource()))
        .name("errors")
        .begin('[');
    SpanErrors.of(span).forEach(error -> json.value(error, MAX_TEXT));
    json.end(']').name("attributes");
    write(span.getAttributes());
    json.name("events").begin('[');
    span.getEvents().forEach(this::write);
    json.end(']').name("links").begin('[');
    span.getLinks().forEach(this::write);
    json.end(']');
  }

  private int indexOf(Resource resource) {
    int index = resources.indexOf(resource);
    if (index < 0) {
      resources.add(resource);
      return resources.size() - 1;
    }
    return index;
  }

  private void write(EventData event) {
    boolean exception = SpanErrors.isException(event);
    json.begin('{')
        .name("name")
        .value(exception ? SpanErrors.exception(event) : event.getName(), MAX_TEXT)
        .name("at")
        .value(event.getEpochNanos() - start)
        .name("exception")
        .raw(Boolean.toString(exception))
        .name("attributes");
    write(event.getAttributes());
    json.end('}');
  }

  private void write(LinkData link) {
    json.begin('{')
        .name("trace")
        .value(link.getSpanContext().getTraceId())
        .name("span")
        .value(link.getSpanContext().getSpanId())
        .name("attributes");
    write(link.getAttributes());
    json.end('}');
  }

  private void write(Attributes attributes) {
    Map<String, Object> typed = new HashMap<>();
    attributes.forEach((key, value) -> typed.put(key.getKey(), value));
    json.begin('[');
    AttributeStrings.of(attributes, Set.of())
        .forEach(
            (key, value) -> {
              boolean stackTrace = key.equals(SpanKeys.EXCEPTION_STACKTRACE.getKey());
              json.begin('[')
                  .value(key, MAX_NAME)
                  .value(value, stackTrace ? MAX_STACK_TRACE : MAX_TEXT);
              if (!(typed.get(key) instanceof String) && value.length() <= MAX_TEXT) {
                OtlpValueJson.write(json, typed.get(key));
              }
              json.end(']');
            });
    json.end(']');
  }
}
