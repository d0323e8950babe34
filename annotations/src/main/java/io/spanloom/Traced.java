package io.spanloom;

import io.opentelemetry.api.trace.SpanKind;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Traces each call of a method or constructor as a span.
 *
 * <pre>{@code
 * @Traced
 * Receipt place(@SpanAttribute("order.id") String id) { ... }
 * }</pre>
 *
 * <p>The span is a child of the current span, is current while the body runs, and ends when the
 * body returns or throws. If the method returns a deferred result, such as a {@link
 * java.util.concurrent.CompletionStage} or a {@link java.util.stream.Stream}, the span ends with
 * that result; a publisher starts a span with each subscription. If the body throws, the span
 * records the exception, sets the attribute {@code error.type} and gets the status ERROR; the
 * exception reaches the caller unchanged.
 *
 * <p>The span of a constructor starts after the call of {@code super(...)} or {@code this(...)}.
 * The span of a {@code synchronized} method starts after the monitor is acquired.
 *
 * <p>The annotation can be placed on:
 *
 * <ul>
 *   <li>a method or constructor: traces that method or constructor;
 *   <li>a type: traces each public method that the type declares;
 *   <li>a package, in {@code package-info.java}: traces each public method of the types in the
 *       package;
 *   <li>an interface method: traces the methods that implement it;
 *   <li>an annotation type: makes that type a composed annotation with these settings.
 * </ul>
 *
 * <p>On a type or package, it does not apply to methods of {@link Object}, to methods that only
 * return or set a field, or to methods and types annotated with {@link NotTraced}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.CONSTRUCTOR, ElementType.TYPE, ElementType.PACKAGE})
public @interface Traced {

  /**
   * The span's name, a constant of low cardinality. Defaults to the simple names of the type and
   * the method, such as {@code OrderService.place}, and to {@code OrderService.new} for a
   * constructor.
   *
   * @return the span's name, or an empty string for the default
   */
  String value() default "";

  /**
   * The span's kind.
   *
   * @return the kind
   */
  SpanKind kind() default SpanKind.INTERNAL;

  /**
   * Makes the span start a new trace. The span that is current at the call becomes a link of the
   * new span.
   *
   * @return true if the span starts a new trace
   */
  boolean root() default false;

  /**
   * The types of exceptions that are an expected result and not an error, including their
   * subclasses. The span does not record them, and its status stays unset.
   *
   * @return the exception types
   */
  Class<? extends Throwable>[] expected() default {};

  /**
   * Records the message and stack trace of an exception. The status ERROR and the attribute {@code
   * error.type} do not depend on it.
   *
   * @return false if the exception is not recorded
   */
  boolean recordException() default true;

  /**
   * Lets the span end when the caller has consumed the result: an {@link java.util.Iterator} or
   * {@link Iterable} with its last value, and an {@link AutoCloseable} or {@link java.io.Closeable}
   * when it is closed. Each iteration of an {@code Iterable} has its own span. The caller receives
   * an object of exactly the declared type. Streams, futures and publishers do not need it.
   *
   * @return true if the span ends with the result
   */
  boolean lazyResult() default false;

  /**
   * The attributes of every span that this annotation creates, as if each method declared them.
   *
   * @return the attributes
   */
  SpanAttribute[] attributes() default {};
}
