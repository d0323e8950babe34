package io.spanloom;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The container of repeated {@link SpanAttribute} annotations. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({
  ElementType.PARAMETER,
  ElementType.METHOD,
  ElementType.CONSTRUCTOR,
  ElementType.ANNOTATION_TYPE
})
public @interface SpanAttributes {

  /**
   * The repeated annotations.
   *
   * @return the attributes, in source order
   */
  SpanAttribute[] value();
}
