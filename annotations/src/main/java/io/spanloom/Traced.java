package io.spanloom;

import io.opentelemetry.api.trace.SpanKind;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes each run of a method or constructor a span.
 *
 * <p>The span is a child of the current one, is current while the body runs, and ends when the body
 * returns or throws. Where the method returns a {@link java.util.concurrent.CompletionStage}, the
 * span ends when the stage completes. An exception is recorded, sets the status to ERROR and {@code
 * error.type}; it reaches the caller unchanged.
 *
 * <p>Of a constructor the span covers what follows the call of {@code super(…)} or {@code this(…)};
 * of a {@code synchronized} method, what happens once the monitor is held.
 *
 * <p>On a type it means each public method that the type declares, and in {@code package-info.java}
 * that of each type of the package, but for methods of {@link Object}, those that only return or
 * set a field, and what bears {@link NotTraced}. On a method of an interface it means the methods
 * that implement it. On an annotation type it makes that type a shorthand for what it bears.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.CONSTRUCTOR, ElementType.TYPE, ElementType.PACKAGE})
public @interface Traced {

  /**
   * The span's name: a constant of low cardinality.
   *
   * @return the name, or empty for the simple names of type and method, such as {@code
   *     OrderService.place}
   */
  String value() default "";

  /**
   * The span's kind.
   *
   * @return the kind
   */
  SpanKind kind() default SpanKind.INTERNAL;

  /**
   * Whether the span starts a trace of its own. The span that was current becomes a link.
   *
   * @return true for a new trace
   */
  boolean root() default false;

  /**
   * Exceptions that are an answer and not an error: they leave the span's status unset and are not
   * recorded. Subclasses count too.
   *
   * @return the exception types
   */
  Class<? extends Throwable>[] expected() default {};

  /**
   * Whether an exception is recorded with its message and stack trace. Status and {@code
   * error.type} are set in any case.
   *
   * @return false to leave the exception out
   */
  boolean recordException() default true;

  /**
   * Attributes of every span that this annotation makes, as those on a method.
   *
   * @return the attributes
   */
  SpanAttribute[] attributes() default {};
}
