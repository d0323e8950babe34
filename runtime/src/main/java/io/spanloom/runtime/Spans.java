package io.spanloom.runtime;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapSetter;
import io.spanloom.runtime.woven.RuntimeControl;
import io.spanloom.runtime.woven.SpanSite;
import io.spanloom.runtime.woven.SpanStart;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Creates spans for blocks of code, propagates the current context between processes, selects the
 * OpenTelemetry instance of all spans, and switches tracing on and off. Safe for use by multiple
 * threads.
 */
public final class Spans {

  private Spans() {}

  /**
   * Runs code in an INTERNAL span.
   *
   * @param name the span's name, a constant of low cardinality
   * @param body the code; its exception is recorded and rethrown unchanged
   */
  public static void withSpan(String name, Runnable body) {
    withSpan(name, Attributes.empty(), body);
  }

  /**
   * Runs code in an INTERNAL span.
   *
   * @param name the span's name, a constant of low cardinality
   * @param attributes the span's attributes, which are available to the sampler
   * @param body the code; its exception is recorded and rethrown unchanged
   */
  public static void withSpan(String name, Attributes attributes, Runnable body) {
    withSpan(name, attributes, asSpanBody(body));
  }

  /**
   * Runs code in an INTERNAL span and returns its result. If the result is a {@link
   * java.util.concurrent.CompletionStage}, the span ends when the stage completes.
   *
   * @param <T> the type of the result
   * @param <E> the type of the exception
   * @param name the span's name, a constant of low cardinality
   * @param body the code; its exception is recorded and rethrown unchanged
   * @return the result of the code
   * @throws E if the code fails
   */
  public static <T extends @Nullable Object, E extends Throwable> T withSpan(
      String name, SpanBody<T, E> body) throws E {
    return withSpan(name, Attributes.empty(), body);
  }

  /**
   * Runs code in an INTERNAL span and returns its result. If the result is a {@link
   * java.util.concurrent.CompletionStage}, the span ends when the stage completes.
   *
   * @param <T> the type of the result
   * @param <E> the type of the exception
   * @param name the span's name, a constant of low cardinality
   * @param attributes the span's attributes, which are available to the sampler
   * @param body the code; its exception is recorded and rethrown unchanged
   * @return the result of the code
   * @throws E if the code fails
   */
  public static <T extends @Nullable Object, E extends Throwable> T withSpan(
      String name, Attributes attributes, SpanBody<T, E> body) throws E {
    SpanSite site = RuntimeControl.site(name);
    begin(site, attributes);
    T result;
    try {
      result = body.call();
    } catch (Throwable error) {
      site.fail(error);
      throw error;
    }
    RuntimeControl.end(site, result);
    return result;
  }

  /**
   * Adds an event to the current span. Has no effect if the span is not recording.
   *
   * @param name the event's name
   * @param attributes the event's attributes
   */
  public static void addEvent(String name, Attributes attributes) {
    RuntimeControl.addEvent(name, attributes);
  }

  /**
   * Writes the current context to the headers of an outgoing message or request, so that the
   * receiver can continue the trace. The headers are those of the OpenTelemetry instance's
   * propagators, by default {@code traceparent}, {@code tracestate} and {@code baggage}. Has no
   * effect if no instance is registered. Never throws; the first failure of each kind is logged.
   *
   * @param headers a modifiable map, to which the headers are added
   */
  public static void inject(Map<String, ? super String> headers) {
    RuntimeControl.inject(headers, (map, name, value) -> map.put(name, value));
  }

  /**
   * Writes the current context to an outgoing message or request, as {@link #inject(Map)} does.
   *
   * @param <C> the type of the carrier
   * @param carrier the message or request
   * @param setter sets a header of the carrier
   */
  public static <C> void inject(C carrier, TextMapSetter<C> setter) {
    RuntimeControl.inject(carrier, setter);
  }

  /**
   * Reads the context of the sender from the headers of a received message or request. Never
   * throws; the first failure of each kind is logged.
   *
   * @param headers the headers; their names match regardless of case, and a value is a string, a
   *     byte array in UTF-8, a collection of strings, or an object whose {@code toString} is the
   *     header's value
   * @return the current context with the sender's span and baggage; just the current context if the
   *     headers carry none, or if no OpenTelemetry instance is registered
   */
  public static Context extract(Map<String, ?> headers) {
    return RuntimeControl.extract(headers);
  }

  /**
   * Reads the context of the sender from a received message or request, as {@link #extract(Map)}
   * does.
   *
   * @param <C> the type of the carrier
   * @param carrier the message or request
   * @param getter reads a header of the carrier
   * @return as {@link #extract(Map)}
   */
  public static <C> Context extract(C carrier, TextMapGetter<C> getter) {
    return RuntimeControl.extract(carrier, getter);
  }

  /**
   * Creates all new spans with the given OpenTelemetry instance instead of {@link
   * io.opentelemetry.api.GlobalOpenTelemetry} and instead of instances installed earlier.
   *
   * @param openTelemetry the instance
   * @param samplerFollowsParent whether its sampler drops every child of a dropped span, as
   *     parent-based samplers do by default; such children then cost almost nothing
   * @return the installation; close it to return to the instance installed before
   */
  public static Installation install(OpenTelemetry openTelemetry, boolean samplerFollowsParent) {
    return RuntimeControl.install(openTelemetry, samplerFollowsParent);
  }

  /** Closes all installations: new spans are created with the global instance again. */
  public static void uninstall() {
    RuntimeControl.uninstall();
  }

  /**
   * Disables tracing: calls that begin from now on create no spans or events. Running calls end
   * normally. Overrides all earlier calls of {@link #disable(String)} and {@link #enable(String)}.
   *
   * <p>To disable tracing when the program starts, set the system property {@code
   * spanloom.disabled} to {@code *}, or to a comma-separated list of names as in {@link
   * #disable(String)}.
   */
  public static void disable() {
    RuntimeControl.switchAll(false);
  }

  /**
   * Enables tracing. Overrides all earlier calls of {@link #disable(String)} and {@link
   * #enable(String)}.
   */
  public static void enable() {
    RuntimeControl.switchAll(true);
  }

  /**
   * Disables tracing of some methods. If several names apply to a method, the longest takes
   * precedence, regardless of the order of the calls.
   *
   * @param name a package, which includes its subpackages; a type's binary name, which includes its
   *     nested types; or a method, as in the attribute {@code code.function.name}
   */
  public static void disable(String name) {
    RuntimeControl.switchNamed(name, false);
  }

  /**
   * Enables tracing of some methods. If several names apply to a method, the longest takes
   * precedence, regardless of the order of the calls.
   *
   * @param name a package, type or method, as in {@link #disable(String)}
   */
  public static void enable(String name) {
    RuntimeControl.switchNamed(name, true);
  }

  private static SpanBody<Boolean, RuntimeException> asSpanBody(Runnable body) {
    return () -> {
      body.run();
      return true;
    };
  }

  private static void begin(SpanSite site, Attributes attributes) {
    SpanStart start = site.begin();
    if (start != null) {
      attributes.forEach((key, value) -> set(start, key, value));
      start.enter();
    }
  }

  @SuppressWarnings("unchecked") // Attributes holds values of the type of their key
  private static <T> void set(SpanStart start, AttributeKey<T> key, Object value) {
    start.attribute(key, (T) value);
  }
}
