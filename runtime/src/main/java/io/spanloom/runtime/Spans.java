package io.spanloom.runtime;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.spanloom.runtime.woven.RuntimeControl;
import io.spanloom.runtime.woven.SpanSite;
import io.spanloom.runtime.woven.SpanStart;
import org.jspecify.annotations.Nullable;

/**
 * Creates spans for blocks of code, selects the OpenTelemetry instance of all spans, and switches
 * tracing on and off. Safe for use by multiple threads.
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
