package io.spanloom;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a parameter's value the parent of the method's span, instead of the current span.
 *
 * <p>The parameter's type is OpenTelemetry's {@code Context} or {@code SpanContext}. A {@code
 * Context} is also current while the method's body runs, with the new span in it; if it contains no
 * span, the new span starts a trace. If the parameter is {@code null}, or an invalid {@code
 * SpanContext}, the current span is the parent.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PARAMETER)
public @interface ParentContext {}
