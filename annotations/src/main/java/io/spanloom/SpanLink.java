package io.spanloom;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Links the method's span to what a parameter says: a {@code SpanContext} or a {@code Context} of
 * OpenTelemetry, or a collection of {@code SpanContext}s. What is {@code null} makes no link.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PARAMETER)
public @interface SpanLink {}
