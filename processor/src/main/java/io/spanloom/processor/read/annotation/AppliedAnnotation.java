package io.spanloom.processor.read.annotation;

import io.spanloom.processor.model.SourceLocation;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;

/**
 * A span annotation that applies to a method.
 *
 * @param mirror the span annotation itself
 * @param uses the composed annotations that lead to it, starting with the one on the holder; empty
 *     if the holder carries the span annotation itself
 * @param holder the element that carries the annotation: the method, a method of an interface, a
 *     class or a package
 */
public record AppliedAnnotation(
    AnnotationMirror mirror, List<AnnotationMirror> uses, Element holder) {

  /** Returns this annotation as applied by a composed annotation on another element. */
  AppliedAnnotation through(AnnotationMirror use, Element user) {
    List<AnnotationMirror> all = new ArrayList<>(List.of(use));
    all.addAll(uses);
    return new AppliedAnnotation(mirror, List.copyOf(all), user);
  }

  /**
   * Returns the kind of the span annotation.
   *
   * @return the kind
   */
  public SpanAnnotation kind() {
    return SpanAnnotation.of(Annotations.typeOf(mirror)).orElseThrow();
  }

  /**
   * Returns whether a method itself carries the span annotation.
   *
   * @param method the method
   * @return false for an inherited or composed annotation
   */
  public boolean isDirect(ExecutableElement method) {
    return uses.isEmpty() && holder.equals(method);
  }

  /**
   * Returns the annotation that the holder carries.
   *
   * @return the span annotation, or the composed annotation that leads to it
   */
  public AnnotationMirror written() {
    return uses.isEmpty() ? mirror : uses.get(0);
  }

  /**
   * Returns the location for messages about this annotation on a method.
   *
   * @param method the method to which the annotation applies
   * @return the annotation's location, or the method's if the method inherits the annotation
   */
  public SourceLocation location(ExecutableElement method) {
    return new SourceLocation(method, holder.equals(method) ? written() : null, null);
  }

  /**
   * Returns the location for messages about a member of this annotation on a method.
   *
   * @param method the method to which the annotation applies
   * @param member the member's name
   * @return the member's location, or the annotation's
   */
  public SourceLocation location(ExecutableElement method, String member) {
    return isDirect(method) ? Annotations.location(method, mirror, member) : location(method);
  }
}
