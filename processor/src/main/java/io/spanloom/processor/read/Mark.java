package io.spanloom.processor.read;

import io.spanloom.processor.model.Place;
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
record Mark(AnnotationMirror mirror, List<AnnotationMirror> uses, Element holder) {

  /** Returns this mark as that of an own annotation's use. */
  Mark through(AnnotationMirror use, Element user) {
    List<AnnotationMirror> all = new ArrayList<>(List.of(use));
    all.addAll(uses);
    return new Mark(mirror, List.copyOf(all), user);
  }

  /** Whether the annotation is written on a method itself. */
  boolean isDirect(ExecutableElement method) {
    return uses.isEmpty() && holder.equals(method);
  }

  /** The annotation that is written on the holder. */
  AnnotationMirror written() {
    return uses.isEmpty() ? mirror : uses.get(0);
  }

  /** Where a message about the mark of a method points. */
  Place place(ExecutableElement method) {
    return new Place(method, holder.equals(method) ? written() : null, null);
  }

  /** Where a message about a member of it points. */
  Place place(ExecutableElement method, String member) {
    return isDirect(method) ? Annotations.place(method, mirror, member) : place(method);
  }
}
