package io.spanloom.processor;

import io.spanloom.processor.read.annotation.Annotations;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/**
 * Decides whether the classes of a compilation must wait for Lombok, which adds members and
 * modifiers to classes without generating files.
 *
 * <p>Lombok completes a class in the three rounds that start with the class's own, and requests the
 * second and the third one itself. Only in the third one do all processors see the same members, in
 * whichever order they run.
 */
final class LombokRounds {

  private static final int ROUNDS_UNTIL_COMPLETE = 2;
  private static final String PROCESSOR = "/lombok/launch/AnnotationProcessorHider.class";

  /** Annotations that add no members. */
  private static final Set<String> IGNORED = Set.of("lombok.Generated", "lombok.NonNull");

  private final boolean available = LombokRounds.class.getResource(PROCESSOR) != null;

  /** The canonical names of the classes that use Lombok. */
  private final Set<String> users = new LinkedHashSet<>();

  private int remaining;

  /** Starts a round with the classes that it compiles. */
  void addRound(Set<? extends Element> roots) {
    remaining--;
    if (available) {
      Set<String> found = new LinkedHashSet<>();
      ElementFilter.typesIn(roots).forEach(root -> addUsers(root, found));
      if (!found.isEmpty()) {
        users.addAll(found);
        remaining = ROUNDS_UNTIL_COMPLETE;
      }
    }
  }

  private static void addUsers(TypeElement type, Set<String> found) {
    if (usesLombok(type)
        || type.getEnclosedElements().stream().anyMatch(LombokRounds::usesLombok)) {
      found.add(type.getQualifiedName().toString());
    }
    ElementFilter.typesIn(type.getEnclosedElements()).forEach(nested -> addUsers(nested, found));
  }

  private static boolean usesLombok(Element element) {
    for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
      String name = Annotations.typeOf(mirror).getQualifiedName().toString();
      if (name.startsWith("lombok.") && !IGNORED.contains(name)) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether classes are still incomplete in this round. */
  boolean isWaiting() {
    return remaining > 0;
  }

  /** Returns the canonical names of the classes to which Lombok may add annotated members. */
  Set<String> users() {
    return users;
  }
}
