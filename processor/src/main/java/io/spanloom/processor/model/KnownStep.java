package io.spanloom.processor.model;

import java.util.List;

/**
 * A declaration of a step.
 *
 * @param workflow the workflow's name
 * @param name the step's name
 * @param after the names of the steps that come before
 * @param className the binary name of the class
 * @param declaration the class and method that carry the annotation; only the class if the method
 *     inherits the annotation or is in a dependency
 * @param order the position among the steps of the class, or -1 in a dependency
 * @param traced whether calls are traced
 */
public record KnownStep(
    String workflow,
    String name,
    List<String> after,
    String className,
    String declaration,
    int order,
    boolean traced) {

  private static final String SEPARATOR = "#";
  private static final int IN_DEPENDENCY = -1;

  static KnownStep of(TracedType type, TracedMethod method, WorkflowForm.Step step, int order) {
    String holder =
        method.inherited().map(TracedMethod.Inherited::holder).orElse(type.binaryName());
    return new KnownStep(
        step.workflow().text(),
        step.step().text(),
        step.after().stream().map(SpanForm.Name::text).toList(),
        type.binaryName(),
        holder.equals(type.binaryName())
            ? holder + SEPARATOR + method.id().descriptor()
            : holder + SEPARATOR,
        order,
        !method.excluded());
  }

  /**
   * Returns a step of a dependency.
   *
   * @param workflow the workflow's name
   * @param name the step's name
   * @param after the names of the steps that come before
   * @param className the binary name of the class
   * @param traced whether calls are traced
   * @return the step
   */
  public static KnownStep inDependency(
      String workflow, String name, List<String> after, String className, boolean traced) {
    return new KnownStep(
        workflow, name, after, className, className + SEPARATOR, IN_DEPENDENCY, traced);
  }

  /**
   * Returns whether two declarations are the same, or one inherits the annotation of the other.
   *
   * @param other another declaration
   * @return false if both methods carry an annotation
   */
  public boolean isSameAs(KnownStep other) {
    return declaration.equals(other.declaration)
        || (declaration.endsWith(SEPARATOR) && other.declaration.startsWith(declaration))
        || (other.declaration.endsWith(SEPARATOR) && declaration.startsWith(other.declaration));
  }

  /**
   * Returns whether the step is compiled from source; dependencies come first.
   *
   * @return false for a step of a dependency
   */
  public boolean isInSource() {
    return order != IN_DEPENDENCY;
  }

  /**
   * Returns the class that declares the step.
   *
   * @return the binary name
   */
  public String declaringClass() {
    return declaration.substring(0, declaration.indexOf(SEPARATOR));
  }
}
