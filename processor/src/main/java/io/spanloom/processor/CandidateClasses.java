package io.spanloom.processor;

import io.spanloom.ParentContext;
import io.spanloom.SpanAttribute;
import io.spanloom.SpanAttributes;
import io.spanloom.SpanLink;
import io.spanloom.processor.read.annotation.AnnotationResolver;
import io.spanloom.processor.read.type.EnclosingTypes;
import java.lang.annotation.Annotation;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Finds the classes of a round that have, or may inherit, annotations of Spanloom. */
final class CandidateClasses {

  private static final List<Class<? extends Annotation>> SUPPLEMENTS =
      List.of(SpanAttribute.class, SpanAttributes.class, ParentContext.class, SpanLink.class);

  private CandidateClasses() {}

  /**
   * Returns the candidates of a round.
   *
   * @param annotations the annotation types that are present in the round
   * @param round the round
   * @param resolver recognizes span annotations
   * @param deferred the classes that an earlier round deferred
   */
  static Set<TypeElement> of(
      Set<? extends TypeElement> annotations,
      RoundEnvironment round,
      AnnotationResolver resolver,
      Collection<TypeElement> deferred) {
    Set<TypeElement> result = new LinkedHashSet<>(deferred);
    for (TypeElement annotation : annotations) {
      if (isSupplement(annotation) || resolver.isSpanAnnotation(annotation)) {
        for (Element element : round.getElementsAnnotatedWith(annotation)) {
          EnclosingTypes.find(element).ifPresent(result::add);
        }
      }
    }
    ElementFilter.typesIn(round.getRootElements())
        .forEach(root -> addInheriting(root, resolver, result));
    return result;
  }

  /** Returns whether an annotation supplements a span annotation on the same method. */
  private static boolean isSupplement(TypeElement annotation) {
    return SUPPLEMENTS.stream()
        .anyMatch(each -> annotation.getQualifiedName().contentEquals(each.getCanonicalName()));
  }

  /** Adds a class and its nested classes if they inherit annotations. */
  private static void addInheriting(
      TypeElement type, AnnotationResolver resolver, Set<TypeElement> found) {
    if (resolver.inheritsAnnotations(type)) {
      found.add(type);
    }
    ElementFilter.typesIn(type.getEnclosedElements())
        .forEach(nested -> addInheriting(nested, resolver, found));
  }
}
