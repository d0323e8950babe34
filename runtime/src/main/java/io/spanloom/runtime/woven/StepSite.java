package io.spanloom.runtime.woven;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.spanloom.runtime.spi.CallListener.Outcome;
import io.spanloom.runtime.spi.SiteInfo;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A site whose calls are steps of a workflow: spans, or pairs of events on the current span. Both
 * have the same attributes, and both take part in the run that the context or the call supplies.
 */
public final class StepSite extends StartingSite {

  private final StepSettings settings;
  private final StepFactory calls;

  private StepSite(StepSettings settings) {
    this(settings, new StepFactory(settings));
  }

  private StepSite(StepSettings settings, StepFactory calls) {
    super(settings.span(), calls);
    this.settings = settings;
    this.calls = calls;
  }

  /**
   * Returns a site.
   *
   * @param step the step's name
   * @param workflow the workflow's name, or null if the run supplies it
   * @param function the method's {@code code.function.name}, or null if there is no method
   * @return the site
   */
  public static StepSite of(String step, @Nullable String workflow, @Nullable String function) {
    return new StepSite(StepSettings.of(step, workflow, function));
  }

  /**
   * Returns a copy of this site whose calls become events on the current span, or a span with these
   * events if the current span cannot hold them.
   *
   * @return the copy
   */
  public StepSite asEvents() {
    return new StepSite(settings.withEvents());
  }

  /**
   * Returns a copy of this site with the step's position in its workflow.
   *
   * @param index the position, from 1
   * @param count the number of steps of the workflow
   * @return the copy
   */
  public StepSite position(long index, long count) {
    return attribute(AttributeKeys.STEP_INDEX, index).attribute(AttributeKeys.STEP_COUNT, count);
  }

  /**
   * Returns a copy of this site whose calls expect that other steps of the run have ended.
   *
   * @param steps the names of the other steps
   * @return the copy
   */
  public StepSite after(String... steps) {
    return new StepSite(settings.withAfter(List.of(steps)));
  }

  /**
   * Returns a copy of this site whose calls set the attribute {@code workflow.run.id}, which
   * selects the run. They do so even if the parent span was dropped.
   *
   * @return the copy
   */
  public StepSite withRunId() {
    return new StepSite(settings.withRunId());
  }

  /**
   * Returns a copy of this site whose calls, if no span is current, join the trace whose ID is
   * derived from the run.
   *
   * @return the copy
   */
  public StepSite traceByRun() {
    return new StepSite(settings.withTraceByRun());
  }

  /** {@return a copy of this site that starts a step with each subscription to a result} */
  public StepSite perSubscription() {
    return new StepSite(settings.with(settings.span().toBuilder().perSubscription().build()));
  }

  /**
   * Returns a copy of this site with another expected exception, which is not an error.
   *
   * @param expected the exception's type; includes its subclasses
   * @return the copy
   */
  public StepSite expecting(Class<? extends Throwable> expected) {
    return new StepSite(settings.with(settings.span().toBuilder().expect(expected).build()));
  }

  /**
   * Returns a copy of this site with another attribute that is the same on each call.
   *
   * @param <T> the type of the value
   * @param key the attribute's key
   * @param value the attribute's value
   * @return the copy
   */
  public <T> StepSite attribute(AttributeKey<T> key, T value) {
    return new StepSite(settings.with(settings.span().toBuilder().constant(key, value).build()));
  }

  /**
   * Returns a copy of this site with an attribute that is read from the baggage when a call begins.
   *
   * @param entry the name of the baggage entry; if the entry is missing, so is the attribute
   * @param key the attribute's key
   * @return the copy
   */
  public StepSite baggage(String entry, AttributeKey<String> key) {
    return new StepSite(settings.with(settings.span().toBuilder().baggage(entry, key).build()));
  }

  @Override
  public @Nullable SpanStart begin() {
    boolean now = settings.events() && !settings.span().perSubscription();
    SpanStart onCurrentSpan = now ? calls.onCurrentSpan(this) : null;
    return onCurrentSpan == null ? super.begin() : onCurrentSpan;
  }

  @Override
  SiteInfo describe() {
    return new SiteInfo(settings.name(), function(), SpanKind.INTERNAL, settings.span().expected());
  }

  @Override
  void end(Span span, Outcome outcome, @Nullable Throwable error, @Nullable Instant at) {
    if (!settings.events()) { // StepEnd ends events, and a span that holds them.
      settings.span().end(span, outcome, error, at);
    }
  }
}
