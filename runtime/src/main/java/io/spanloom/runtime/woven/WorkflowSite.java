package io.spanloom.runtime.woven;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.spanloom.runtime.spi.CallListener.Outcome;
import io.spanloom.runtime.spi.SiteInfo;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A site whose calls are runs of a workflow. Each has a span, and its steps join it. */
public final class WorkflowSite extends StartingSite {

  private final RunSettings settings;

  private WorkflowSite(RunSettings settings) {
    super(settings.span(), new Runs(settings));
    this.settings = settings;
  }

  /**
   * Returns a site.
   *
   * @param workflow the workflow's name
   * @param function the method's {@code code.function.name}, or null if there is no method
   * @return the site
   */
  public static WorkflowSite of(String workflow, @Nullable String function) {
    SpanSettings span =
        new SpanSettingsBuilder(workflow)
            .constant(AttributeKeys.CODE_FUNCTION_NAME, function)
            .constant(AttributeKeys.WORKFLOW_NAME, workflow)
            .build();
    return new WorkflowSite(new RunSettings(workflow, false, false, span));
  }

  /**
   * Returns a copy of this site whose runs may have steps in other processes. A step that is not
   * known to have started is taken as ended there.
   *
   * @return the copy
   */
  public WorkflowSite resumable() {
    return new WorkflowSite(
        new RunSettings(settings.workflow(), true, settings.traceByRun(), settings.span()));
  }

  /**
   * Returns a copy of this site whose runs are in the trace whose ID is derived from the run's ID.
   * Such a run is {@link #resumable}.
   *
   * @return the copy
   */
  public WorkflowSite traceByRun() {
    return new WorkflowSite(new RunSettings(settings.workflow(), true, true, settings.span()));
  }

  /** {@return a copy of this site that starts a run with each subscription to a result} */
  public WorkflowSite perSubscription() {
    return with(settings.span().toBuilder().perSubscription());
  }

  /**
   * Returns a copy of this site with another expected exception, which is not an error.
   *
   * @param expected the exception's type; includes its subclasses
   * @return the copy
   */
  public WorkflowSite expecting(Class<? extends Throwable> expected) {
    return with(settings.span().toBuilder().expect(expected));
  }

  /**
   * Returns a copy of this site with another attribute that is the same on each span.
   *
   * @param <T> the type of the value
   * @param key the attribute's key
   * @param value the attribute's value
   * @return the copy
   */
  public <T> WorkflowSite attribute(AttributeKey<T> key, T value) {
    return with(settings.span().toBuilder().constant(key, value));
  }

  /**
   * Returns a copy of this site with an attribute that is read from the baggage when a call begins.
   *
   * @param entry the name of the baggage entry; if the entry is missing, so is the attribute
   * @param key the attribute's key
   * @return the copy
   */
  public WorkflowSite baggage(String entry, AttributeKey<String> key) {
    return with(settings.span().toBuilder().baggage(entry, key));
  }

  private WorkflowSite with(SpanSettingsBuilder span) {
    return new WorkflowSite(
        new RunSettings(
            settings.workflow(), settings.resumable(), settings.traceByRun(), span.build()));
  }

  @Override
  SiteInfo describe() {
    return new SiteInfo(
        settings.workflow(), function(), SpanKind.INTERNAL, settings.span().expected());
  }

  @Override
  void end(Span span, Outcome outcome, @Nullable Throwable error, @Nullable Instant at) {
    // RunEnd ends the span, because open steps add their last events before.
  }

  /** Creates the active calls of a workflow. A run has a context even if its span was dropped. */
  private static final class Runs extends CallFactory {

    private final RunSettings settings;

    Runs(RunSettings settings) {
      this.settings = settings;
    }

    @Override
    ActiveCall dropped(TracedSite site, Context caller, Context parent) {
      return create(site, ActiveCallStack.ofCurrentThread(), caller, parent, null, null);
    }

    @Override
    ActiveCall create(
        TracedSite site,
        ActiveCallStack stack,
        Context caller,
        Context parent,
        @Nullable SpanBuilder builder,
        @Nullable Span span) {
      return new ActiveRun(site, settings, stack, caller, parent, builder, span);
    }
  }
}
