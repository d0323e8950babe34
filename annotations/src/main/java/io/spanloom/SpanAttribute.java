package io.spanloom;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Sets an attribute of a method's span to a parameter's value, or to a value that a path reads.
 *
 * <pre>{@code
 * @Traced
 * @SpanAttribute(value = "receipt.number", from = "result.number()")
 * Receipt place(@SpanAttribute(value = "order.city", from = "customer().city") Order order) { ... }
 * }</pre>
 *
 * <p>The meaning depends on the annotated element:
 *
 * <ul>
 *   <li>On a parameter, {@link #from} starts at the parameter's value.
 *   <li>On a method or constructor, {@link #from} starts with the name of a parameter, {@code
 *       this}, {@code result}, or a type with a static constant.
 *   <li>On an annotation type that carries a span annotation, it applies to every method with that
 *       composed annotation.
 *   <li>On a member of such an annotation type, the member's value becomes the attribute's value.
 *   <li>On a record component, it applies to the parameter of the compact constructor. If the
 *       record declares a canonical constructor with a parameter list, annotate the parameter
 *       instead.
 * </ul>
 *
 * <p>The processor checks paths at compile time, and generated code reads them with plain calls. A
 * {@code null} anywhere on a path sets no attribute. If a call on a path throws, only that
 * attribute is missing.
 *
 * <p>Attributes are set before the sampler decides, except those that read {@code result} or, in a
 * constructor, {@code this}: these are set when the call ends.
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
   * The value of {@link #from} on a member of a composed annotation that declares the member's
   * value to be a path, not the attribute's value.
   */
  String PATH = "*";

  /**
   * The attribute's key. Defaults to the parameter's name in the source, even if the compiler runs
   * without {@code -parameters}, or to the name of the {@link #baggage} entry.
   *
   * @return the key, or an empty string for the default
   */
  String value() default "";

  /**
   * The path to the value: fields, record components, properties and calls without arguments,
   * separated by dots, such as {@code customer().address().city}. An {@code Optional} on the path
   * is unwrapped.
   *
   * @return the path, or an empty string for the parameter itself
   */
  String from() default "";

  /**
   * A constant value. Cannot be combined with {@link #from} or {@link #baggage}.
   *
   * @return the value, or an empty string for none
   */
  String literal() default "";

  /**
   * The name of a baggage entry that supplies the value. Cannot be combined with {@link #from} or
   * {@link #literal}.
   *
   * @return the entry's name, or an empty string for none
   */
  String baggage() default "";

  /**
   * The redaction of a sensitive value.
   *
   * @return the redaction
   */
  Redact redact() default Redact.UNSPECIFIED;

  /** A redaction of sensitive values. */
  enum Redact {
    /**
     * No choice: the value is not redacted, and a value that looks like a secret or like message
     * content is a compile error.
     */
    UNSPECIFIED,

    /** No redaction, even if the value looks like a secret. */
    NONE,

    /**
     * A keyed hash of 16 hexadecimal digits, so that equal values stay comparable. The key is the
     * setting {@code spanloom.redact.key}; see docs/attributes.md.
     */
    HASH,

    /** Three asterisks, followed by the last four characters of a value of at least 12. */
    MASK
  }
}
