package io.spanloom.runtime.woven;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares the class that a generated aspect is woven into, and the methods it must be applied to.
 *
 * <p>The weaver compares the declaration with the woven class, so that no span is silently missing.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface WovenInto {

  /**
   * The traced class.
   *
   * @return the class's binary name, such as {@code shop.Outer$Inner}
   */
  String type();

  /**
   * The traced methods and constructors.
   *
   * @return the name and descriptor of each, such as {@code place(Lshop/Order;)V}; the name of a
   *     constructor is {@code <init>}
   */
  String[] methods();

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
