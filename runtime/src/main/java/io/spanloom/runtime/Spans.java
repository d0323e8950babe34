package io.spanloom.runtime;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.spanloom.runtime.woven.RuntimeControl;
import io.spanloom.runtime.woven.SpanSite;
import io.spanloom.runtime.woven.SpanStart;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Spans for code that is not a method of its own, and the choice of the OpenTelemetry that all
 * spans are made with. Safe for many threads.
 */
public final class Spans {

  private Spans() {}

  /**
   * Runs code inside an INTERNAL span.
   *
   * @param name the span's name: a constant of low cardinality
   * @param body the code; what it throws is recorded and thrown on as it is
   */
  public static void withSpan(String name, Runnable body) {
    withSpan(name, Attributes.empty(), body);
  }

  /**
   * Runs code inside an INTERNAL span.
   *
   * @param name the span's name: a constant of low cardinality
   * @param attributes the span's attributes, which the sampler sees
   * @param body the code; what it throws is recorded and thrown on as it is
   */
  public static void withSpan(String name, Attributes attributes, Runnable body) {
    withSpan(name, attributes, asSpanBody(body));
  }

  /**
   * Runs code inside an INTERNAL span and returns its result. Where that is a {@link
   * CompletionStage}, the span ends when the stage completes.
   *
   * @param <T> the type of the result
   * @param <E> what the code throws
   * @param name the span's name: a constant of low cardinality
   * @param body the code; what it throws is recorded and thrown on as it is
   * @return the result of the code
   * @throws E if the code does
   */
  public static <T extends @Nullable Object, E extends Throwable> T withSpan(
      String name, SpanBody<T, E> body) throws E {
    return withSpan(name, Attributes.empty(), body);
  }

  /**
   * Runs code inside an INTERNAL span and returns its result. Where that is a {@link
   * CompletionStage}, the span ends when the stage completes.
   *
   * @param <T> the type of the result
   * @param <E> what the code throws
   * @param name the span's name: a constant of low cardinality
   * @param attributes the span's attributes, which the sampler sees
   * @param body the code; what it throws is recorded and thrown on as it is
   * @return the result of the code
   * @throws E if the code does
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
    if (result instanceof CompletionStage<?> stage) {
      site.end(stage);
    } else {
      site.end();
    }
    return result;
  }

  /**
   * Adds an event to the current span; without effect where that does not record.
   *
   * @param name the event's name
   * @param attributes the event's attributes
   */
  public static void addEvent(String name, Attributes attributes) {
    RuntimeControl.addEvent(name, attributes);
  }

  /**
   * Makes all spans from now on with the given OpenTelemetry, in place of {@link
   * io.opentelemetry.api.GlobalOpenTelemetry}.
   *
   * @param openTelemetry what to make spans with
   * @param samplerFollowsParent whether its sampler drops every child of a dropped span, as the
   *     parent-based samplers do; such children then cost next to nothing
   */
  public static void install(OpenTelemetry openTelemetry, boolean samplerFollowsParent) {
    RuntimeControl.install(openTelemetry, samplerFollowsParent);
  }

  /** Takes back {@link #install}: spans are made with the global OpenTelemetry again. */
  public static void uninstall() {
    RuntimeControl.uninstall();
  }

  /**
   * Switches everything off: calls that begin from now on leave no span and no event; those that
   * run end as they would have. What was said of single names before is forgotten. At the start of
   * the program the system property {@code spanloom.disabled} says it: {@code *}, or names as for
   * {@link #disable(String)} with commas between them.
   */
  public static void disable() {
    RuntimeControl.switchAll(false);
  }

  /** Switches everything on; what was said of single names before is forgotten. */
  public static void enable() {
    RuntimeControl.switchAll(true);
  }

  /**
   * Switches some methods off, as {@link #disable()} does. Where several names mean a method, the
   * longest of them decides, whichever was switched first.
   *
   * @param name a package, with all that is below it; a type's binary name, with the types nested
   *     in it; or a method's name after its type's, as {@code code.function.name} has it
   */
  public static void disable(String name) {
    RuntimeControl.switchNamed(name, false);
  }

  /**
   * Switches some methods on. Where several names mean a method, the longest of them decides,
   * whichever was switched first.
   *
   * @param name as for {@link #disable(String)}
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

  @SuppressWarnings("unchecked") // an Attributes pairs each key with a value of its type
  private static <T> void set(SpanStart start, AttributeKey<T> key, Object value) {
    start.attribute(key, (T) value);
  }
}
