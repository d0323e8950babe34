package io.spanloom.runtime.woven;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.spanloom.runtime.spi.CallListener.Outcome;
import io.spanloom.runtime.spi.CallListeners;
import io.spanloom.runtime.spi.SiteInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;

/**
 * Steps whose start and end are separate calls. The run in the context keeps a step that has
 * started, so that any thread with the context can end it; without a run, the thread keeps it.
 */
final class ManualSteps {

  /** The most steps without a run that a thread keeps. A program may forget to end them. */
  static final int MAX_OPEN = 64;

  private static final ThreadLocal<OpenSteps> OF_THREAD = ThreadLocal.withInitial(OpenSteps::new);

  private static final AtomicBoolean WARNED = new AtomicBoolean();

  private ManualSteps() {}

  /** The open steps of a thread; the oldest is cancelled when there are too many. */
  private static final class OpenSteps extends LinkedHashMap<String, StepEnd> {
    private static final long serialVersionUID = 1;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, StepEnd> eldest) {
      boolean tooMany = size() > MAX_OPEN;
      if (tooMany) {
        cancel(eldest.getValue());
      }
      return tooMany;
    }
  }

  /** Starts a step, unless tracing is disabled. Never throws. */
  static void start(String name, Attributes attributes) {
    try {
      if (!isEnabled()) {
        return;
      }
      Context caller = Context.current();
      StepSettings settings =
          withAttributes(StepSettings.of(name, null, null), attributes).withEvents();
      StepStart start = StepStart.begin(settings, caller, null, 0);
      Span current = Span.fromContext(caller);
      boolean ownsSpan = !current.isRecording();
      Span span = ownsSpan ? startSpan(settings, caller, start) : current;
      start.addEvents(span);
      SiteInfo site = new SiteInfo(name, null, SpanKind.INTERNAL, List.of());
      StepEnd end = new StepEnd(CallListeners.get(), site, settings, start, span, ownsSpan);
      WorkflowRun run = start.run();
      StepEnd earlier = run == null ? OF_THREAD.get().put(name, end) : run.open(name, end);
      if (earlier != null) {
        cancel(earlier);
      }
    } catch (Throwable failure) {
      TracingFailures.swallow("starting a step", failure);
    }
  }

  /** Ends a step. Never throws. */
  static void end(String name, @Nullable Throwable error, Attributes attributes) {
    try {
      WorkflowRun run = WorkflowRun.of(Context.current());
      StepEnd end = run == null ? OF_THREAD.get().remove(name) : run.close(name);
      if (end != null) {
        end.endManually(error == null ? Outcome.RETURNED : Outcome.FAILED, error, attributes);
      } else if (isEnabled() && WARNED.compareAndSet(false, true)) {
        RuntimeLog.log(
            Level.WARNING,
            "Spanloom: the end of step '"
                + name
                + "' is ignored, because the step was not started in this run or, without a run, on"
                + " this thread. Further cases are not logged.",
            null);
      }
    } catch (Throwable failure) {
      TracingFailures.swallow("ending a step", failure);
    }
  }

  private static boolean isEnabled() {
    return TracingSwitches.current().isOn(null)
        && NewerApi.isEnabled(TracerSource.current().tracer());
  }

  private static StepSettings withAttributes(StepSettings settings, Attributes attributes) {
    if (attributes.isEmpty()) {
      return settings;
    }
    SpanSettingsBuilder span = settings.span().toBuilder();
    attributes.forEach((key, value) -> add(span, key, value));
    return settings.with(span.build());
  }

  @SuppressWarnings("unchecked") // Attributes holds values of the type of their key
  private static <T> void add(SpanSettingsBuilder span, AttributeKey<T> key, Object value) {
    span.constant(key, (T) value);
  }

  /** Starts a span for the events of a step; it does not become current. */
  private static Span startSpan(StepSettings settings, Context caller, StepStart start) {
    SpanBuilder builder = TracerSource.current().tracer().spanBuilder(settings.name());
    settings.span().addTo(builder, caller);
    start.addTo(builder::setAttribute);
    return builder.startSpan();
  }

  private static void cancel(StepEnd end) {
    end.endManually(Outcome.CANCELLED, null, Attributes.empty());
  }
}
