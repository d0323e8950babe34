package io.spanloom.runtime;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/** A method whose runs are spans: the name, kind and constant attributes that they share. */
public final class SpanSite extends Site {

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
    return new SpanSite(SpanSettings.named(name).with(Keys.CODE_FUNCTION_NAME, function));
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
   * Returns this site with one more exception that is no error.
   *
   * @param expected the exception's type, subclasses included
   * @return the site
   */
  public SpanSite expecting(Class<? extends Throwable> expected) {
    return new SpanSite(settings.expecting(expected));
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
        settings.asStep().with(Keys.WORKFLOW_NAME, workflow).with(Keys.STEP_NAME, step));
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
            .withoutMessages()
            .with(Keys.AI_OPERATION, operation)
            .with(Keys.AI_PROVIDER, provider)
            .with(Keys.AI_REQUEST_MODEL, model));
  }

  /**
   * Returns this site with {@code gen_ai.request.temperature}.
   *
   * @param temperature the temperature that is asked for
   * @return the site
   */
  public SpanSite temperature(double temperature) {
    return new SpanSite(settings.with(Keys.AI_TEMPERATURE, temperature));
  }

  /**
   * Returns this site with {@code ai.prompt.phase}.
   *
   * @param phase the part that the call plays in a longer task
   * @return the site
   */
  public SpanSite phase(String phase) {
    return new SpanSite(settings.with(Keys.AI_PHASE, phase));
  }

  /**
   * Begins a call. Where a span is to be made, its attributes follow, and then {@link
   * SpanStart#enter}.
   *
   * @return the span's start, or null where tracing is off or the parent was dropped
   */
  public @Nullable SpanStart begin() {
    FrameStack frames = null;
    try {
      TracerSource source = TracerSource.current();
      if (!source.installed()) {
        frames = FrameStack.ofThread();
        source = refreshed(source, frames);
      }
      if (source.tracer().isEnabled()) {
        Context caller = Context.current();
        SpanContext parent = Span.fromContext(caller).getSpanContext();
        Frame frame =
            parent.isValid() && !parent.isSampled() && !settings.root()
                ? underDropped(frames, source, caller)
                : starting(frames, source, caller, parent);
        if (frame != null) {
          return frame;
        }
      }
    } catch (Throwable failure) {
      Failures.swallow("starting a span", failure);
    }
    skip(frames);
    return null;
  }

  private Frame starting(
      @Nullable FrameStack frames, TracerSource source, Context caller, SpanContext parent) {
    SpanBuilder builder = source.tracer().spanBuilder(settings.name());
    builder.setSpanKind(settings.kind());
    if (settings.root()) {
      builder.setNoParent();
      if (parent.isValid()) {
        builder.addLink(parent);
      }
    } else {
      builder.setParent(caller);
    }
    settings.addConstants(builder);
    return Frame.starting(this, FrameStack.orOfThread(frames), caller, builder);
  }

  /**
   * A span whose parent was dropped is dropped as well, unless a sampler that is not known to
   * follow its parent says otherwise. Such a span is not made current: its parent in its place says
   * the same to the calls inside.
   */
  private @Nullable Frame underDropped(
      @Nullable FrameStack frames, TracerSource source, Context caller) {
    if (source.samplerFollowsParent()) {
      return null;
    }
    Span span =
        source
            .tracer()
            .spanBuilder(settings.name())
            .setSpanKind(settings.kind())
            .setParent(caller)
            .startSpan();
    if (!span.isRecording()) {
      return null;
    }
    settings.addConstants(span);
    return Frame.started(this, FrameStack.orOfThread(frames), caller, span);
  }

  /**
   * Returns where the answer of an AI call is noted.
   *
   * @return the place, or null where the running call has no span that records
   */
  public @Nullable AiResult result() {
    try {
      Span span = FrameStack.ofThread().peek(this);
      return span == null || !span.isRecording()
          ? null
          : new AiResult(
              span, settings.constant(Keys.AI_PROVIDER), settings.constant(Keys.AI_REQUEST_MODEL));
    } catch (Throwable failure) {
      Failures.swallow("reading the answer of an AI call", failure);
      return null;
    }
  }

  @Override
  void succeeded(Span span) {
    finish(span, Keys.OUTCOME_SUCCESS);
  }

  @Override
  void cancelled(Span span) {
    finish(span, Keys.OUTCOME_CANCELLED);
  }

  @Override
  void failed(Span span, Throwable error) {
    try {
      if (span.isRecording() && !settings.expects(error)) {
        Errors.record(span, error, !settings.hidesMessages());
      }
    } catch (Throwable failure) {
      Failures.swallow("recording an exception", failure);
    } finally {
      finish(span, Keys.OUTCOME_ERROR);
    }
  }

  private void finish(Span span, String outcome) {
    if (settings.step()) {
      span.setAttribute(Keys.STEP_OUTCOME, outcome);
    }
    span.end();
  }
}
