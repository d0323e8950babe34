package io.spanloom.runtime.woven;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.spanloom.runtime.spi.CallListener;
import io.spanloom.runtime.spi.CallListener.Outcome;
import io.spanloom.runtime.spi.SiteInfo;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The end of a running step: reports it to the run, and records it if the step has events. */
final class StepEnd extends ObservedCall {

  private static final double NANOS_PER_SECOND = 1e9;
  private static final int MAX_ATTRIBUTES = 3;

  private final StepSettings settings;
  private final StepStart start;
  private final @Nullable Span span;
  private final boolean ownsSpan;

  /** Attributes that the end of a manual step supplies. */
  private Attributes additional = Attributes.empty();

  /**
   * Creates the end of a step that starts now.
   *
   * @param span the span with the step's events, or null if the step is not recorded
   * @param ownsSpan whether the span ends with the step
   */
  StepEnd(
      @Nullable CallListener listener,
      SiteInfo site,
      StepSettings settings,
      StepStart start,
      @Nullable Span span,
      boolean ownsSpan) {
    super(listener, site);
    this.settings = settings;
    this.start = start;
    this.span = span;
    this.ownsSpan = ownsSpan;
  }

  /** Ends a step that has no call. */
  void endManually(Outcome outcome, @Nullable Throwable error, Attributes attributes) {
    additional = attributes;
    end(outcome, error, elapsedNanos(), null);
  }

  @Override
  void ended(Outcome outcome, @Nullable Throwable error, long elapsedNanos, @Nullable Instant at) {
    try {
      if (settings.events() && span != null) {
        if (RecordingSpan.isRecording(span)) {
          addEvent(span, attributes(outcome, error, elapsedNanos), at);
        }
        if (ownsSpan) {
          settings.span().end(span, outcome, error, at);
        }
      }
    } finally {
      start.end();
    }
  }

  private static void addEvent(Span span, Attributes attributes, @Nullable Instant at) {
    if (at == null) {
      span.addEvent(AttributeKeys.EVENT_STEP_END, attributes);
    } else {
      span.addEvent(AttributeKeys.EVENT_STEP_END, attributes, at);
    }
  }

  private Attributes attributes(Outcome outcome, @Nullable Throwable error, long elapsedNanos) {
    EventAttributes result = new EventAttributes(start.attributes(), MAX_ATTRIBUTES);
    Outcome recorded = settings.span().recorded(outcome, error);
    result.add(AttributeKeys.STEP_OUTCOME, AttributeKeys.stepOutcome(recorded));
    result.add(AttributeKeys.STEP_DURATION, elapsedNanos / NANOS_PER_SECOND);
    if (recorded == Outcome.FAILED && error != null) {
      result.add(AttributeKeys.ERROR_TYPE, error.getClass().getName());
    }
    return additional.isEmpty() ? result : result.toBuilder().putAll(additional).build();
  }
}
