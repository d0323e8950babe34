package io.spanloom;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Puts a parameter's value onto the span of its method.
 *
 * <p>The attribute is set before the sampler decides. A parameter that is {@code null} sets none.
 * Strings, the primitive types and their boxes, enums (their name) and {@link java.util.UUID} are
 * understood.
 *
 * <p>On a component of a record it means the parameter of the compact constructor. Where the record
 * writes out that constructor's parameters, Java drops it, and it belongs on the parameter there.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PARAMETER)
public @interface SpanAttribute {

  /**
   * The attribute's key.
   *
   * @return the key, or empty for the parameter's name as the source has it, whether or not the
   *     compiler was given {@code -parameters}
   */
  String value() default "";
}
