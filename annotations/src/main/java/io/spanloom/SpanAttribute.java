package io.spanloom;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Puts a value onto the span of a method: that of a parameter, or one that a path leads to.
 *
 * <p>On a parameter, {@link #from} begins at the parameter's value. On a method, it begins with the
 * name of a parameter, {@code this}, {@code result} or a type with a static constant. Paths are
 * checked while compiling and walked by plain calls. What is {@code null} on the way sets no
 * attribute, and what throws costs that one attribute.
 *
 * <p>Attributes are set before the sampler decides, but for those from {@code result} and, on a
 * constructor, from {@code this}, which are known only at the end.
 *
 * <p>On an annotation type that bears a span annotation, it holds for every method that bears that
 * type; on one of its members, the member's value is the attribute's.
 *
 * <p>On a component of a record it means the parameter of the compact constructor. Where the record
 * writes out that constructor's parameters, Java drops it, and it belongs on the parameter there.
 */
@Documented
@Repeatable(SpanAttributes.class)
@Retention(RetentionPolicy.CLASS)
@Target({
  ElementType.PARAMETER,
  ElementType.METHOD,
  ElementType.CONSTRUCTOR,
  ElementType.ANNOTATION_TYPE
})
public @interface SpanAttribute {

  /**
   * On a member of an own annotation, as {@link #from}: the member's value is not the attribute's
   * but the path to it.
   */
  String PATH = "*";

  /**
   * The attribute's key.
   *
   * @return the key, or empty for the parameter's name as the source has it, whether or not the
   *     compiler was given {@code -parameters}, and for the baggage entry's name
   */
  String value() default "";

  /**
   * The path to the value: fields, record components, getters and calls without arguments, joined
   * by dots, such as {@code customer().address().city}. An {@code Optional} on the way is
   * unwrapped.
   *
   * @return the path, or empty for the parameter itself
   */
  String from() default "";

  /**
   * A value that never changes, in place of a path.
   *
   * @return the value, or empty for none
   */
  String literal() default "";

  /**
   * The name of a baggage entry to take the value from, in place of a path.
   *
   * @return the entry's name, or empty for none
   */
  String baggage() default "";

  /**
   * What becomes of a value that nobody should read.
   *
   * @return how it is made unreadable
   */
  Redact redact() default Redact.UNSPECIFIED;

  /** What becomes of a value that nobody should read. */
  enum Redact {
    /** Nothing was said: what looks like a secret or like message content is a compile error. */
    UNSPECIFIED,

    /** The value as it is, secret or not. */
    NONE,

    /** Sixteen hexadecimal digits, the same for the same value; see docs/attributes.md for keys. */
    HASH,

    /** Asterisks, and of a long text its last four characters. */
    MASK
  }
}
