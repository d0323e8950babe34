package io.spanloom.processor.model;

import java.util.List;
import java.util.Optional;

/**
 * A method or constructor with an annotation of Spanloom.
 *
 * @param location the declaration
 * @param id the names that identify the method
 * @param body the kind of its body
 * @param result its result
 * @param attributes the attributes of its span
 * @param contextParameters its context parameters
 * @param spans the span annotations that apply to it; more than one is an error
 * @param untracedReason the reason why no span annotation applies; meaningless if one does
 * @param inherited the origin of the span annotation if the method itself does not carry it
 * @param exclusion the reason why the method is not traced although it is annotated
 */
public record TracedMethod(
    SourceLocation location,
    MethodId id,
    Body body,
    Result result,
    List<Attribute> attributes,
    ContextParameters contextParameters,
    List<SpanForm> spans,
    UntracedReason untracedReason,
    Optional<Inherited> inherited,
    Exclusion exclusion) {

  /** The reason why an annotated method is not traced. */
  public enum Exclusion {
    /** The method is traced. */
    NONE,
    /** {@code -Aspanloom.exclude} excludes it. */
    OPTION,
    /** {@code @WithSpan} on a method whose deferred result only a framework or agent supports. */
    DEFERRED_RESULT,
    /** {@code @WithSpan}, which Micronaut's processor has turned into an interceptor. */
    MICRONAUT
  }

  /** The kind of a method's body. */
  public enum Body {
    /** A body in Java. */
    JAVA,
    /** A native body. */
    NATIVE,
    /** No body: an abstract method of a class, or a method of an annotation type. */
    ABSTRACT,
    /** No body: an abstract method of an interface, which is traced where it is implemented. */
    INTERFACE
  }

  /**
   * The origin of an annotation that is inherited, composed, or OpenTelemetry's own.
   *
   * @param annotation the binary name of the annotation in the source
   * @param holder the binary name of the class whose class file contains the annotation
   * @param kept whether class files keep the annotation, so that the weaver sees it
   */
  public record Inherited(String annotation, String holder, boolean kept) {}

  /**
   * Returns the simple name and parameter types for messages.
   *
   * @return the signature, such as {@code place(Order)}
   */
  public String signature() {
    return id.signature();
  }

  /**
   * Returns the parameters annotated with {@code @ParentContext}.
   *
   * @return the parameters; more than one is an error
   */
  public List<ContextParameter> parents() {
    return contextParameters.parents();
  }

  /**
   * Returns the parameters annotated with {@code @SpanLink}.
   *
   * @return the parameters
   */
  public List<ContextParameter> links() {
    return contextParameters.links();
  }

  /**
   * Returns whether the method only declares annotations for the methods that implement it.
   *
   * @return true for an abstract method of an interface
   */
  public boolean isTemplate() {
    return body == Body.INTERFACE;
  }

  /**
   * Returns whether this is a constructor.
   *
   * @return true for a constructor
   */
  public boolean isConstructor() {
    return id.name().equals("<init>");
  }

  /**
   * Returns whether the method is not traced although it is annotated.
   *
   * @return true for an excluded method
   */
  public boolean excluded() {
    return exclusion != Exclusion.NONE;
  }

  /**
   * Returns whether any annotation of the method requires a span.
   *
   * @return true for a method with attributes, a parent or links
   */
  public boolean requiresSpan() {
    return !attributes.isEmpty() || contextParameters.all().findAny().isPresent();
  }

  /**
   * Returns whether a span starts with each subscription to the result. The agent's
   * {@code @WithSpan} always starts it with the call. Requires a checked model.
   *
   * @return true for a result such as Reactor's {@code Mono}
   */
  public boolean startsSpanPerSubscription() {
    return result instanceof Result.Deferred deferred
        && deferred.adapter().observation() == DeferredAdapter.Observation.SUBSCRIPTION
        && !span().agentCompatible();
  }

  /**
   * Returns a copy of this method with another span annotation.
   *
   * @param span the span annotation
   * @return the copy
   */
  public TracedMethod withSpan(SpanForm span) {
    return new TracedMethod(
        location,
        id,
        body,
        result,
        attributes,
        contextParameters,
        List.of(span),
        untracedReason,
        inherited,
        exclusion);
  }

  /**
   * Returns the only span annotation. Requires a checked model.
   *
   * @return the span annotation
   */
  public SpanForm span() {
    return spans.get(0);
  }
}
