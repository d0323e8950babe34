package io.spanloom.telemetry.view.trace;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What went wrong in a span, in words. */
public final class SpanErrors {

  private SpanErrors() {}

  public static boolean failed(SpanData span) {
    return span.getStatus().getStatusCode() == StatusCode.ERROR;
  }

  public static boolean isException(EventData event) {
    return event.getName().equals(SpanKeys.EVENT_EXCEPTION);
  }

  /**
   * Returns the status's description and the exceptions of a span that failed, or else its {@code
   * error.type}; empty where it did not fail or says nothing of it.
   */
  public static List<String> of(SpanData span) {
    List<String> texts = new ArrayList<>();
    if (failed(span)) {
      if (!span.getStatus().getDescription().isEmpty()) {
        texts.add(span.getStatus().getDescription());
      }
      span.getEvents().stream()
          .filter(SpanErrors::isException)
          .map(SpanErrors::exception)
          .forEach(texts::add);
      String type = span.getAttributes().get(SpanKeys.ERROR_TYPE);
      if (texts.isEmpty() && type != null) {
        texts.add(type);
      }
    }
    return texts;
  }

  /** Returns type and message of an event that is an exception. */
  public static String exception(EventData event) {
    Attributes attributes = event.getAttributes();
    String type = Objects.requireNonNullElse(attributes.get(SpanKeys.EXCEPTION_TYPE), "exception");
    String message = attributes.get(SpanKeys.EXCEPTION_MESSAGE);
    return message == null ? type : type + ": " + message;
  }
}
