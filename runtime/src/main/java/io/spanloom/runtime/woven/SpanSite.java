package io.spanloom.runtime.woven;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.spanloom.runtime.woven.SpanSettings.Recorded;
import org.jspecify.annotations.Nullable;

/** A method whose runs are spans: the name, kind and constant attributes that they share. */
public final class SpanSite extends TracedSite {

  private final SpanSettings settings;

  SpanSite(SpanSettings settings) {
    this.settings = settings;
  }

  /**
   * Returns a site of INTERNAL spans.
   *
   * @param name the name of the spans
   * @param function the method's fully qualified name, {@code code.function.name}
   * @return the site
   */
  public static SpanSite of(String name, String function) {
    return new SpanSite(SpanSettings.named(name).with(AttributeKeys.CODE_FUNCTION_NAME, function));
  }

  /**
   * Returns this site with spans of another kind.
   *
   * @param kind the kind
   * @return the site
   */
  public SpanSite kind(SpanKind kind) {
    return new SpanSite(settings.kind(kind));
  }

  /**
   * Returns this site with spans that start traces of their own, linked to the span they leave.
   *
   * @return the site
   */
  public SpanSite root() {
    return new SpanSite(settings.asRoot());
  }

  /**
   * Returns this site with spans as OpenTelemetry's agent makes them of {@code @WithSpan}: an error
   * is the cause of a wrapping exception and has no {@code error.type}, a cancelled stage is an
   * error, and a root has no link.
   *
   * @return the site
   */
  public SpanSite agentCompatible() {
    return new SpanSite(settings.agentCompatible());
  }

  /**
   * Returns this site with one more exception that is no error.
   *
   * @param expected the exception's type, subclasses included
   * @return the site
   */
  public SpanSite expecting(Class<? extends Throwable> expected) {
    return new SpanSite(settings.expecting(expected));
  }

  /**
   * Returns this site with spans that record no exception; the status ERROR and {@code error.type}
   * remain.
   *
   * @return the site
   */
  public SpanSite withoutException() {
    return new SpanSite(settings.recording(Recorded.NOTHING));
  }

  /**
   * Returns this site with an attribute that is the same on each span.
   *
   * @param <T> the type of the value
   * @param key the attribute's key
   * @param value its value
   * @return the site
   */
  public <T> SpanSite attribute(AttributeKey<T> key, T value) {
    return new SpanSite(settings.with(key, value));
  }

  /**
   * Returns this site with an attribute from the baggage that a call begins with.
   *
   * @param entry the name of the entry; without one there is no attribute
   * @param key the attribute's key
   * @return the site
   */
  public SpanSite baggage(String entry, AttributeKey<String> key) {
    return new SpanSite(settings.withBaggage(entry, key));
  }

  /**
   * Returns this site with the attributes of a workflow's step, the outcome at the end included.
   *
   * @param step the step's name
   * @param workflow the workflow's name, or null where it has none
   * @return the site
   */
  public SpanSite step(String step, @Nullable String workflow) {
    return new SpanSite(
        settings
            .asStep()
            .with(AttributeKeys.WORKFLOW_NAME, workflow)
            .with(AttributeKeys.STEP_NAME, step));
  }

  /**
   * Returns this site with the attributes of an AI call. Exception messages stay off its spans,
   * since they may quote a prompt or an answer.
   *
   * @param operation {@code gen_ai.operation.name}
   * @param provider {@code gen_ai.provider.name}
   * @param model {@code gen_ai.request.model}, or null where it is not fixed
   * @return the site
   */
  public SpanSite aiCall(String operation, String provider, @Nullable String model) {
    return new SpanSite(
        settings
            .recording(Recorded.NO_MESSAGES)
            .with(AttributeKeys.AI_OPERATION, operation)
            .with(AttributeKeys.AI_PROVIDER, provider)
            .with(AttributeKeys.AI_REQUEST_MODEL, model));
  }

  /**
   * Returns this site with {@code gen_ai.request.temperature}.
   *
   * @param temperature the temperature that is asked for
   * @return the site
   */
  public SpanSite temperature(double temperature) {
    return new SpanSite(settings.with(AttributeKeys.AI_TEMPERATURE, temperature));
  }

  /**
   * Returns this site with {@code ai.prompt.phase}.
   *
   * @param phase the part that the call plays in a longer task
   * @return the site
   */
  public SpanSite phase(String phase) {
    return new SpanSite(settings.with(AttributeKeys.AI_PHASE, phase));
  }

  /**
   * Begins a call. Where a span is to be made, its attributes follow, and then {@link
   * SpanStart#enter}.
   *
   * @return the span's start, or null where tracing is off or the parent was dropped
   */
  public @Nullable SpanStart begin() {
    return SpanStarter.begin(this, settings, null, null);
  }

  /**
   * Begins a call whose parent is given; a {@link #root} has none nevertheless. The body runs in
   * the given context.
   *
   * @param parent holds the parent of the span, or null for the current context
   * @return as {@link #begin()}
   */
  public @Nullable SpanStart begin(@Nullable Context parent) {
    return SpanStarter.begin(this, settings, parent, null);
  }

  /**
   * Begins a call whose parent is given; a {@link #root} has none nevertheless.
   *
   * @param parent the parent of the span; the current one in its place where it is null or not
   *     valid
   * @return as {@link #begin()}
   */
  public @Nullable SpanStart begin(@Nullable SpanContext parent) {
    return SpanStarter.begin(this, settings, null, parent);
  }

  /**
   * Returns where the answer of an AI call is noted.
   *
   * @return the place, or null where the running call has no span that records
   */
  public @Nullable AiResult result() {
    try {
      Span span = recording();
      return span == null
          ? null
          : new AiResult(
              span,
              settings.constant(AttributeKeys.AI_PROVIDER),
              settings.constant(AttributeKeys.AI_REQUEST_MODEL));
    } catch (Throwable failure) {
      TracingFailures.swallow("reading the answer of an AI call", failure);
      return null;
    }
  }

  /**
   * Returns where attributes are set that are known only once the body has run.
   *
   * @return the place, or null where the running call has no span that records
   */
  public @Nullable RecordingSpan ending() {
    try {
      Span span = recording();
      return span == null ? null : new RecordingSpan(span);
    } catch (Throwable failure) {
      TracingFailures.swallow("reading a result", failure);
      return null;
    }
  }

  @Override
  @Nullable String function() {
    return settings.constant(AttributeKeys.CODE_FUNCTION_NAME);
  }

  @Override
  void succeeded(Span span) {
    settings.end(span, AttributeKeys.OUTCOME_SUCCESS);
  }

  @Override
  void cancelled(Span span, @Nullable Throwable error) {
    if (error != null && settings.recorded() == SpanSettings.Recorded.AGENT_COMPATIBLE) {
      failed(span, error);
    } else {
      settings.end(span, AttributeKeys.OUTCOME_CANCELLED);
    }
  }

  @Override
  void failed(Span span, Throwable error) {
    try {
      if (span.isRecording() && !settings.expects(error)) {
        ErrorRecorder.record(span, error, settings.recorded());
      }
    } catch (Throwable failure) {
      TracingFailures.swallow("recording an exception", failure);
    } finally {
      settings.end(span, AttributeKeys.OUTCOME_ERROR);
    }
  }
}
