package io.spanloom;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a parameter's value the parent of the method's span, instead of the current span.
 *
 * <p>The parameter's type is OpenTelemetry's {@code Context} or {@code SpanContext}, or a {@code
 * Map} with {@code String} keys.
 *
 * <ul>
 *   <li>A {@code Context} is also current while the method's body runs, with the new span in it; if
 *       it contains no span, the new span starts a trace.
 *   <li>A {@code Map} holds the headers of a received message or request: the span continues the
 *       sender's trace, and the sender's baggage is also current while the method's body runs. A
 *       value is a string, a byte array in UTF-8, a collection of strings, or an object whose
 *       {@code toString} is the header's value.
 * </ul>
 *
 * <p>If the parameter is {@code null}, an invalid {@code SpanContext}, or a {@code Map} without
 * such headers, the current span is the parent.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PARAMETER)
public @interface ParentContext {}
