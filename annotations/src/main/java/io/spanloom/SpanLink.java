package io.spanloom;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Links the method's span to the span in a parameter's value.
 *
 * <p>The parameter's type is OpenTelemetry's {@code SpanContext} or {@code Context}, or a
 * collection of {@code SpanContext}s. Values that are {@code null} or invalid are ignored.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PARAMETER)
public @interface SpanLink {}
