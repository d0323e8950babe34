package io.spanloom;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes the calls in a type that hand a task to another thread carry the current context with the
 * task, without an agent.
 *
 * <pre>{@code
 * @PropagateContext
 * class Checkout {
 *   @Traced void place(Order order) {
 *     executor.execute(() -> reserve(order)); // the span of reserve is a child of place's
 *   }
 * }
 * }</pre>
 *
 * <p>On a type, it covers the code of the type and of its nested, local and anonymous classes. On a
 * package, in {@code package-info.java}, it covers the types of the package, but not of its
 * subpackages. The processor option {@code -Aspanloom.propagateContext=true} covers the whole
 * compilation. The annotation of the innermost type decides, then that of the package, then the
 * option.
 *
 * <p>The context is the one that is current when the call is made, even if the task runs after the
 * span in it has ended. If none is current, the task is passed on unchanged.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.PACKAGE})
public @interface PropagateContext {

  /**
   * Turns the propagation on or off. {@code false} exempts a type from the annotation of an
   * enclosing type or of its package, or from the option; for example, a type that starts a
   * background thread, which belongs to no trace.
   *
   * @return false to exempt the type or package
   */
  boolean value() default true;
}
