package io.spanloom.runtime.woven;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a generated aspect, and declares the class that it is woven into and the methods that it
 * applies to.
 *
 * <p>The weaver compares the declaration with the woven class, so that no span is silently missing.
 * Coverage tools recognize generated classes by the word "Generated" in the name of an annotation.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface GeneratedAspect {

  /**
   * The traced class. The weaver removes it from a woven aspect that is named after it.
   *
   * @return the class's binary name, such as {@code shop.Outer$Inner}; by default, the aspect's
   *     name without {@code _Spans}
   */
  String type() default "";

  /**
   * The traced methods and constructors. The weaver removes them from a woven aspect, because they
   * are then the methods that call the aspect.
   *
   * @return the name and descriptor of each, such as {@code place(Lshop/Order;)V}; the name of a
   *     constructor is {@code <init>}
   */
  String[] methods() default {};

  /**
   * The traced methods that carry no span annotation themselves.
   *
   * @return the name and descriptor of each, the annotation, and the element that carries it, as in
   *     {@code place()V by io.spanloom.Traced on shop.Api}, with binary names
   */
  String[] inherited() default {};

  /**
   * The annotated methods that the option {@code -Aspanloom.exclude} excludes.
   *
   * @return the name and descriptor of each
   */
  String[] excluded() default {};
}
