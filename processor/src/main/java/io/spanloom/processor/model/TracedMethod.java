package io.spanloom.processor.model;

import java.util.List;
import java.util.Optional;

/**
 * A method or constructor that bears an annotation of Spanloom.
 *
 * @param place where it is declared
 * @param name its name in the JVM, {@code <init>} for a constructor
 * @param displayName its name for people, which for a constructor is the class's
 * @param function {@code code.function.name}: its class's binary name and its own, as in a stack
 *     trace
 * @param signature its name and parameter types for people, such as {@code place(Order)}
 * @param descriptor its name and descriptor in the JVM, such as {@code place(Lshop/Order;)V}
 * @param pattern what an {@code execution} pointcut matches it with
 * @param isAbstract whether it has no body
 * @param ofInterface whether it is a method of an interface
 * @param isNative whether its body is not Java
 * @param result what it returns
 * @param leadingParameters parameters that the JVM sees before those of the source: of an enum's
 *     constructor two, of an inner class's one
 * @param parameterCount the parameters of the source
 * @param attributes the values on its span
 * @param parents the parameters that hand a parent in, which should be one at most
 * @param links the parameters that hand links in
 * @param spans the span annotations that hold for it, which should be one
 * @param inherited where that annotation is said if not on the method itself
 * @param excluded whether an option leaves it out of the build
 */
public record TracedMethod(
    SourceLocation place,
    String name,
    String displayName,
    String function,
    String signature,
    String descriptor,
    String pattern,
    boolean isAbstract,
    boolean ofInterface,
    boolean isNative,
    Result result,
    int leadingParameters,
    int parameterCount,
    List<Attribute> attributes,
    List<ContextParameter> parents,
    List<ContextParameter> links,
    List<SpanForm> spans,
    Optional<Inherited> inherited,
    boolean excluded) {

  /**
   * An annotation that is said elsewhere than on the method, or by an own annotation.
   *
   * @param annotation the binary name of the annotation that is written there
   * @param holder the binary name of the class whose file shows it
   * @param kept whether class files keep it, so that the weaver sees it
   */
  public record Inherited(String annotation, String holder, boolean kept) {}

  /**
   * Returns whether it only says what holds for the methods that implement it.
   *
   * @return true for an abstract method of an interface
   */
  public boolean isTemplate() {
    return isAbstract && ofInterface;
  }

  /**
   * Returns whether this is a constructor.
   *
   * @return true for a constructor
   */
  public boolean isConstructor() {
    return name.equals("<init>");
  }

  /**
   * Returns whether the method makes nothing itself but adds to the current span; to be asked once
   * the model was checked.
   *
   * @return true for {@code @AddingSpanAttributes}
   */
  public boolean addsOnly() {
    return span() instanceof SpanForm.CurrentSpanAttributes;
  }

  /**
   * Returns whether there is anything that needs a span to go to.
   *
   * @return true for a method with attributes, a parent or links
   */
  public boolean saysMore() {
    return !(attributes.isEmpty() && parents.isEmpty() && links.isEmpty());
  }

  /**
   * Returns what a run of the method becomes; to be asked once the model was checked.
   *
   * @return the only span annotation
   */
  public SpanForm span() {
    return spans.get(0);
  }
}
