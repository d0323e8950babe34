package io.spanloom.telemetry.view.trace;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Describes the errors of a span. */
public final class SpanErrors {

  private SpanErrors() {}

  /** Returns whether the span's status is ERROR. */
  public static boolean failed(SpanData span) {
    return span.getStatus().getStatusCode() == StatusCode.ERROR;
  }

  /** Returns whether an event records an exception. */
  public static boolean isException(EventData event) {
    return event.getName().equals(SpanKeys.EVENT_EXCEPTION);
  }

  /**
   * Returns the status description and the exceptions of a failed span, or its {@code error.type}
   * if it has neither. Empty if the span did not fail or has none of these.
   */
  public static List<String> of(SpanData span) {
    List<String> errors = new ArrayList<>();
    if (failed(span)) {
      if (!span.getStatus().getDescription().isEmpty()) {
        errors.add(span.getStatus().getDescription());
      }
      span.getEvents().stream()
          .filter(SpanErrors::isException)
          .map(SpanErrors::exception)
          .forEach(errors::add);
      String type = span.getAttributes().get(SpanKeys.ERROR_TYPE);
      if (errors.isEmpty() && type != null) {
        errors.add(type);
      }
    }
    return errors;
  }

  /** Returns the type and the message of an exception event. */
  public static String exception(EventData event) {
    Attributes attributes = event.getAttributes();
    String type = Objects.requireNonNullElse(attributes.get(SpanKeys.EXCEPTION_TYPE), "exception");
    String message = attributes.get(SpanKeys.EXCEPTION_MESSAGE);
    return message == null ? type : type + ": " + message;
  }
}
