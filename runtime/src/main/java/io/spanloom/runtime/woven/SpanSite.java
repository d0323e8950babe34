package io.spanloom.runtime.woven;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.spanloom.runtime.spi.SiteInfo;
import io.spanloom.runtime.woven.SpanSettings.ExceptionDetail;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A site whose calls become spans, with the name, kind and constant attributes that they share. */
public final class SpanSite extends TracedSite {

  final SpanSettings settings;
  private final CallFactory calls;

  SpanSite(SpanSettings settings) {
    this.settings = settings;
    this.calls = settings.ai() == null ? CallFactory.PLAIN : new AiCalls(settings);
  }

  /**
   * Returns a site of INTERNAL spans.
   *
   * @param name the name of the spans, or null for the simple names of the class and the method
   * @param function the method's fully qualified name, {@code code.function.name}
   * @return the site
   */
  public static SpanSite of(@Nullable String name, String function) {
    return SpanSettingsBuilder.of(name, function).buildSite();
  }

  /**
   * Returns a copy of this site with spans of another kind.
   *
   * @param kind the kind
   * @return the copy
   */
  public SpanSite kind(SpanKind kind) {
    return settings.toBuilder().kind(kind).buildSite();
  }

  /** {@return a copy of this site whose spans start new traces, linked to the current span} */
  public SpanSite root() {
    return settings.toBuilder().root().buildSite();
  }

  /** {@return a copy of this site that starts a span with each subscription to a result} */
  public SpanSite perSubscription() {
    return settings.toBuilder().perSubscription().buildSite();
  }

  /**
   * Returns a copy of this site with spans like those of the OpenTelemetry agent for
   * {@code @WithSpan}: an asynchronous or reflective wrapper of an exception is removed, {@code
   * error.type} is not set, a cancelled stage is an error, and a root span has no link.
   *
   * @return the copy
   */
  public SpanSite agentCompatible() {
    return settings.toBuilder().agentCompatible().buildSite();
  }

  /**
   * Returns a copy of this site with another expected exception, which is not an error.
   *
   * @param expected the exception's type; includes its subclasses
   * @return the copy
   */
  public SpanSite expecting(Class<? extends Throwable> expected) {
    return settings.toBuilder().expect(expected).buildSite();
  }

  /** {@return a copy of this site whose spans record an exception's type, but no details} */
  public SpanSite withoutException() {
    return settings.toBuilder().limitExceptions(ExceptionDetail.TYPE_ONLY).buildSite();
  }

  /**
   * Returns a copy of this site with another attribute that is the same on each span.
   *
   * @param <T> the type of the value
   * @param key the attribute's key
   * @param value the attribute's value
   * @return the copy
   */
  public <T> SpanSite attribute(AttributeKey<T> key, T value) {
    return settings.toBuilder().constant(key, value).buildSite();
  }

  /**
   * Returns a copy of this site with an attribute that is read from the baggage when a call begins.
   *
   * @param entry the name of the baggage entry; if the entry is missing, so is the attribute
   * @param key the attribute's key
   * @return the copy
   */
  public SpanSite baggage(String entry, AttributeKey<String> key) {
    return settings.toBuilder().baggage(entry, key).buildSite();
  }

  /**
   * Returns a copy of this site with the attributes of an AI call.
   *
   * @param ai the settings of the AI calls
   * @return the copy
   */
  public SpanSite aiCall(AiSettings ai) {
    return settings.toBuilder().ai(ai).buildSite();
  }

  /** Begins a call and, if it gets a span, starts the span with the site's attributes. */
  public void start() {
    SpanStart start = begin();
    if (start != null) {
      start.enter();
    }
  }

  /**
   * Begins a call. If it gets a span, the caller sets the span's attributes and then calls {@link
   * SpanStart#enter}.
   *
   * @return the span to start, or null if tracing is disabled or the parent was dropped
   */
  public @Nullable SpanStart begin() {
    return SpanStarter.begin(this, settings, calls, null, null, null);
  }

  /**
   * Begins a call in a context that the body also gets. A {@link #root} site ignores it.
   *
   * @param parent the context that contains the parent span, or null for the current context
   * @return as {@link #begin()}
   */
  public @Nullable SpanStart begin(@Nullable Context parent) {
    return SpanStarter.begin(this, settings, calls, parent, null, null);
  }

  /**
   * Begins a call with the given parent span. A {@link #root} site ignores it.
   *
   * @param parent the parent span; if it is null or invalid, the current span is the parent
   * @return as {@link #begin()}
   */
  public @Nullable SpanStart begin(@Nullable SpanContext parent) {
    return SpanStarter.begin(this, settings, calls, null, parent, null);
  }

  /**
   * Begins a call in the context that headers carry. A {@link #root} site ignores it.
   *
   * @param parent the headers, as in {@link io.spanloom.runtime.Spans#extract(Map)}, or null
   * @return as {@link #begin()}
   */
  public @Nullable SpanStart begin(@Nullable Map<?, ?> parent) {
    return SpanStarter.begin(this, settings, calls, null, null, parent);
  }

  /**
   * Returns the collector of what the response of the running AI call reveals.
   *
   * @return the collector, or null if nothing records the call
   */
  public @Nullable AiResult result() {
    return AiContext.ofRunningCall(this);
  }

  /** {@return the span of the running call, which has run its body, or null if it has none} */
  public @Nullable RecordingSpan ending() {
    return RecordingSpan.ofRunningCall(this);
  }

  boolean isAiCall() {
    return settings.ai() != null;
  }

  @Override
  @Nullable String function() {
    return settings.constant(AttributeKeys.CODE_FUNCTION_NAME);
  }

  @Override
  SiteInfo describe() {
    return new SiteInfo(settings.name(), function(), settings.kind(), settings.expected());
  }

  @Override
  void succeeded(Span span) {
    settings.succeed(span);
  }

  @Override
  void abandoned(Span span, Instant at) {
    settings.abandon(span, at);
  }

  @Override
  void cancelled(Span span, @Nullable Throwable error) {
    settings.cancel(span, error);
  }

  @Override
  void failed(Span span, Throwable error) {
    settings.fail(span, error);
  }
}
