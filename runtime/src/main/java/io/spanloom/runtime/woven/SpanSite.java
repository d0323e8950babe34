package io.spanloom.runtime.woven;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.spanloom.deferred.StreamAdapter;
import io.spanloom.deferred.SubscriptionAdapter;
import io.spanloom.runtime.spi.CallListener.Outcome;
import io.spanloom.runtime.spi.SiteInfo;
import io.spanloom.runtime.woven.SpanSettings.ExceptionDetail;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A site whose calls become spans, with the name, kind and constant attributes that they share. */
public final class SpanSite extends StartingSite {

  private final SpanSettings settings;

  SpanSite(SpanSettings settings) {
    super(settings, settings.ai() == null ? CallFactory.PLAIN : new AiCalls(settings.ai()));
    this.settings = settings;
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

  /**
   * Returns the collector of the values in the response of the running AI call.
   *
   * @return the collector, or null if nothing records the call
   */
  public @Nullable AiResult result() {
    return AiContext.ofRunningCall(this);
  }

  /**
   * Replaces an argument of the running AI call, with which the call ends instead of when the
   * method returns. If the method throws, the call ends then.
   *
   * @param <H> the type of the handler
   * @param <T> the type of its chunks, or of the response that follows them
   * @param handler the argument
   * @param adapter replaces it
   * @param chunks reads the chunks or the response
   * @return the handler that the body receives
   */
  public <H extends @Nullable Object, T> H endWith(
      H handler, SubscriptionAdapter<H, T> adapter, ResultAttributes<? super T> chunks) {
    return StreamHandlers.replace(this, handler, adapter, chunks, true);
  }

  /**
   * Replaces an argument of the running AI call, from which chunks are read. The call ends with the
   * method or its result.
   *
   * @param <H> the type of the handler
   * @param <T> the type of its chunks, or of the response that follows them
   * @param handler the argument
   * @param adapter replaces it
   * @param chunks reads the chunks or the response
   * @return the handler that the body receives
   */
  public <H extends @Nullable Object, T> H readFrom(
      H handler, SubscriptionAdapter<H, T> adapter, ResultAttributes<? super T> chunks) {
    return StreamHandlers.replace(this, handler, adapter, chunks, false);
  }

  /**
   * Ends an AI call that returned a result with a stream in it, such as a future of a stream, once
   * that stream ends.
   *
   * @param <R> the declared type of the result
   * @param result the method's result, or null if it returned null
   * @param adapter replaces the stream when the result completes
   * @param stream traces the stream
   * @param chunks reads the chunks of the stream
   * @return the result that the caller receives
   */
  public <R extends @Nullable Object> R traceStream(
      R result,
      StreamAdapter<R> adapter,
      SubscriptionAdapter<Object, Object> stream,
      ResultAttributes<Object> chunks) {
    return NestedStream.trace(this, result, adapter, stream, chunks);
  }

  /**
   * Ends an AI call as the other method does, without reading the chunks.
   *
   * @param <R> the declared type of the result
   * @param result the method's result, or null if it returned null
   * @param adapter replaces the stream when the result completes
   * @param stream traces the stream
   * @return the result that the caller receives
   */
  public <R extends @Nullable Object> R traceStream(
      R result, StreamAdapter<R> adapter, SubscriptionAdapter<Object, Object> stream) {
    return NestedStream.trace(this, result, adapter, stream, null);
  }

  boolean isAiCall() {
    return settings.ai() != null;
  }

  /** Returns whether no span may record the messages of the exceptions that leave the calls. */
  boolean hidesMessages() {
    AiSettings ai = settings.ai();
    return ai != null && !ai.recordsMessages();
  }

  @Override
  void rememberFailure(Throwable error) {
    if (hidesMessages()) {
      PrivateErrors.add(error);
    }
  }

  @Override
  SiteInfo describe() {
    return new SiteInfo(settings.name(), function(), settings.kind(), settings.expected());
  }

  @Override
  void end(Span span, Outcome outcome, @Nullable Throwable error, @Nullable Instant at) {
    settings.end(span, outcome, error, at);
  }
}
