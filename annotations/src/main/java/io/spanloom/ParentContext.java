package io.spanloom;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes the value of a parameter the parent of the method's span, in place of the current span. The
 * parameter is a {@code Context} or a {@code SpanContext} of OpenTelemetry; where it is {@code
 * null}, or says of no span, the current span is the parent.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PARAMETER)
public @interface ParentContext {}
