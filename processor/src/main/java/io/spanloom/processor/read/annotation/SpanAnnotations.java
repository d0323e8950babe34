package io.spanloom.processor.read.annotation;

import io.spanloom.NotTraced;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Finds the span annotations on an element, directly or through composed annotations. */
public final class SpanAnnotations {

  private static final String GENERATED = "io.spanloom.runtime.woven.Generated";
  private static final String GENERATED_ASPECT = GENERATED + "Aspect";

  /** The prefixes of annotations of Spanloom, of generated aspects and of the JDK. */
  private static final List<String> CONSUMED =
      List.of(
          "io.spanloom.",
          "io.opentelemetry.instrumentation.annotations.",
          "org.aspectj.lang.annotation.",
          "javax.annotation.Generated",
          "javax.annotation.processing.Generated",
          "java.lang.");

  private final Map<String, List<AppliedAnnotation>> composedByName = new HashMap<>();

  /** Creates an instance for one round. */
  public SpanAnnotations() {}

  /**
   * Returns whether an annotation type is a span annotation, or a composed one.
   *
   * @param annotation an annotation type
   * @return true if the annotation creates spans
   */
  public boolean isSpanAnnotation(TypeElement annotation) {
    return SpanAnnotation.of(annotation).isPresent()
        || !composed(annotation, new HashSet<>()).isEmpty();
  }

  /**
   * Returns whether no other processor needs to see an annotation type.
   *
   * @param annotation an annotation type
   * @return true for Spanloom's annotations, composed ones, and those of generated aspects
   */
  public boolean isConsumed(TypeElement annotation) {
    String name = annotation.getQualifiedName().toString();
    return CONSUMED.stream().anyMatch(name::startsWith) || isSpanAnnotation(annotation);
  }

  /** Returns whether tracing is disabled: by {@code @NotTraced}, or because it is an aspect. */
  static boolean isNotTraced(Element element) {
    return element.getAnnotation(NotTraced.class) != null || isAspect(element);
  }

  /**
   * Returns whether a class is an aspect that Spanloom generated.
   *
   * @param element any element
   * @return true if it carries the annotation of generated aspects
   */
  public static boolean isAspect(Element element) {
    return element.getAnnotationMirrors().stream()
        .anyMatch(
            each -> Annotations.typeOf(each).getQualifiedName().contentEquals(GENERATED_ASPECT));
  }

  /**
   * Returns whether a class is one that Spanloom generated, such as an aspect.
   *
   * @param element any element
   * @return true if it carries an annotation of generated classes
   */
  public static boolean isGenerated(Element element) {
    return element.getAnnotationMirrors().stream()
        .anyMatch(
            each -> Annotations.typeOf(each).getQualifiedName().toString().startsWith(GENERATED));
  }

  /** Returns the span annotations on an element, directly or through composed annotations. */
  List<AppliedAnnotation> on(Element element) {
    List<AppliedAnnotation> result = new ArrayList<>();
    for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
      TypeElement type = Annotations.typeOf(mirror);
      if (SpanAnnotation.of(type).isPresent()) {
        result.add(new AppliedAnnotation(mirror, List.of(), element));
      } else {
        composed(type, new HashSet<>()).forEach(each -> result.add(each.through(mirror, element)));
      }
    }
    return result;
  }

  /** Returns the span annotations of a composed annotation; a cyclic one adds none. */
  private List<AppliedAnnotation> composed(TypeElement annotation, Set<TypeElement> seen) {
    String name = annotation.getQualifiedName().toString();
    if (name.startsWith("java.") || !seen.add(annotation)) {
      return List.of();
    }
    List<AppliedAnnotation> known = composedByName.get(name);
    if (known != null) {
      return known;
    }
    List<AppliedAnnotation> result = new ArrayList<>();
    for (AnnotationMirror mirror : annotation.getAnnotationMirrors()) {
      TypeElement type = Annotations.typeOf(mirror);
      if (SpanAnnotation.of(type).isPresent()) {
        result.add(new AppliedAnnotation(mirror, List.of(), annotation));
      } else {
        composed(type, seen).forEach(each -> result.add(each.through(mirror, annotation)));
      }
    }
    composedByName.put(name, result);
    return result;
  }
}
