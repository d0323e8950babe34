package io.spanloom.processor.read.annotation;

import io.spanloom.processor.model.SourceLocation;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;

/**
 * A span annotation that holds for a method, wherever it was said.
 *
 * @param mirror the annotation itself
 * @param uses the uses of own annotations that lead to it, from the one that is written on the
 *     holder on; empty where it is written there itself
 * @param holder what it is said on: the method, a method of an interface, a class or a package
 */
public record AppliedAnnotation(
    AnnotationMirror mirror, List<AnnotationMirror> uses, Element holder) {

  /** Returns this mark as that of an own annotation's use. */
  AppliedAnnotation through(AnnotationMirror use, Element user) {
    List<AnnotationMirror> all = new ArrayList<>(List.of(use));
    all.addAll(uses);
    return new AppliedAnnotation(mirror, List.copyOf(all), user);
  }

  /** What it is. */
  public SpanAnnotation kind() {
    return SpanAnnotation.of(Annotations.typeOf(mirror)).orElseThrow();
  }

  /** Whether the annotation is written on a method itself. */
  public boolean isDirect(ExecutableElement method) {
    return uses.isEmpty() && holder.equals(method);
  }

  /** The annotation that is written on the holder. */
  public AnnotationMirror written() {
    return uses.isEmpty() ? mirror : uses.get(0);
  }

  /** Where a message about the mark of a method points. */
  public SourceLocation place(ExecutableElement method) {
    return new SourceLocation(method, holder.equals(method) ? written() : null, null);
  }

  /** Where a message about a member of it points. */
  public SourceLocation place(ExecutableElement method, String member) {
    return isDirect(method) ? Annotations.place(method, mirror, member) : place(method);
  }
}
