package io.spanloom.runtime.woven;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a generated class, and declares the class whose calls carry the current context to other
 * threads. The weaver reads the declaration and changes the calls.
 *
 * <p>Coverage tools recognize generated classes by the word "Generated" in the name of an
 * annotation.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface GeneratedPropagation {

  /**
   * The class. Its nested, local and anonymous classes belong to it.
   *
   * @return the class's binary name, such as {@code shop.Outer$Inner}
   */
  String type();

  /**
   * The nested classes that are exempt, together with the classes inside them.
   *
   * @return their binary names
   */
  String[] exempt() default {};

  /**
   * Distinguishes a class that carries the annotation itself. It is a mistake if no call in such a
   * class hands over a task.
   *
   * @return false if the class is covered by its package or by an option
   */
  boolean explicit() default true;
}
