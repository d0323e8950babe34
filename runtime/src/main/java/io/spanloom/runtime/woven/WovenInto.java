package io.spanloom.runtime.woven;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says of a generated aspect which class it is woven into and which methods it must reach there.
 *
 * <p>The weaver compares this with what it has woven, so that no span goes missing in silence.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface WovenInto {

  /**
   * The traced class.
   *
   * @return its binary name, such as {@code shop.Outer$Inner}
   */
  String type();

  /**
   * The traced methods and constructors.
   *
   * @return name and descriptor of each, such as {@code place(Lshop/Order;)V}; a constructor's name
   *     is {@code <init>}
   */
  String[] methods();

  /**
   * Those of the methods that bear no span annotation themselves.
   *
   * @return name and descriptor of each, and where the annotation is: {@code place()V by
   *     io.spanloom.Traced on shop.Api}, with binary names
   */
  String[] inherited() default {};

  /**
   * Annotated methods that the build was told to leave out.
   *
   * @return name and descriptor of each
   */
  String[] excluded() default {};
}
