package io.spanloom;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names classes with adapters for deferred results that Spanloom does not know, so that a span ends
 * with its result.
 *
 * <p>An adapter is a public static method that is not overloaded, declares no checked exceptions,
 * and accepts any type arguments of the result. One that registers a callback, and leaves the
 * result as it is:
 *
 * <pre>{@code
 * public static <T> void observe(Promise<T> result, DeferredSpan<? super T> span) {
 *   result.onDone(span::complete, span::fail);
 * }
 * }</pre>
 *
 * <p>One that replaces a result which is computed for each subscriber, and starts a span with each
 * subscription:
 *
 * <pre>{@code
 * public static <T> Task<T> trace(Task<T> result, DeferredSpans<? super T> spans) {
 *   return new TracedTask<>(result, spans);
 * }
 * }</pre>
 *
 * <p>The annotation can be placed on:
 *
 * <ul>
 *   <li>the type of the result: applies to all traced methods that return it. A callback also
 *       observes subtypes; a replaced result must be declared with exactly the type;
 *   <li>a method, a type or a package: applies to the traced methods there that return a type for
 *       which a class has an adapter.
 * </ul>
 *
 * <p>These adapters take precedence over those of Spanloom.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.PACKAGE})
public @interface ResultAdapter {

  /**
   * The classes that declare the adapters.
   *
   * @return the classes, visible from the package of each traced method
   */
  Class<?>[] value();
}
