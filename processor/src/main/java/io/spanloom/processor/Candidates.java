package io.spanloom.processor;

import io.spanloom.ParentContext;
import io.spanloom.SpanAttribute;
import io.spanloom.SpanAttributes;
import io.spanloom.SpanLink;
import io.spanloom.processor.read.annotation.AnnotationResolver;
import io.spanloom.processor.read.type.Enclosing;
import java.lang.annotation.Annotation;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Finds the classes of a round that have something to trace, or say that they have. */
final class Candidates {

  private static final List<Class<? extends Annotation>> MORE =
      List.of(SpanAttribute.class, SpanAttributes.class, ParentContext.class, SpanLink.class);

  private Candidates() {}

  /**
   * Returns the classes.
   *
   * @param annotations those that the round has
   * @param waiting classes of an earlier round
   */
  static Set<TypeElement> of(
      Set<? extends TypeElement> annotations,
      RoundEnvironment round,
      AnnotationResolver marks,
      Collection<TypeElement> waiting) {
    Set<TypeElement> result = new LinkedHashSet<>(waiting);
    for (TypeElement annotation : annotations) {
      if (isSaid(annotation) || marks.isMark(annotation)) {
        for (Element element : round.getElementsAnnotatedWith(annotation)) {
          Enclosing.find(element).ifPresent(result::add);
        }
      }
    }
    ElementFilter.typesIn(round.getRootElements()).forEach(root -> addHeirs(root, marks, result));
    return result;
  }

  /** Whether an annotation says more of a span that another one makes. */
  private static boolean isSaid(TypeElement annotation) {
    return MORE.stream()
        .anyMatch(each -> annotation.getQualifiedName().contentEquals(each.getCanonicalName()));
  }

  /** Adds a class, and those in it, that may be traced without an annotation of their own. */
  private static void addHeirs(TypeElement type, AnnotationResolver marks, Set<TypeElement> found) {
    if (marks.inherits(type)) {
      found.add(type);
    }
    ElementFilter.typesIn(type.getEnclosedElements())
        .forEach(nested -> addHeirs(nested, marks, found));
  }
}
