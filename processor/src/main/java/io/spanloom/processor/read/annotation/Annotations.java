package io.spanloom.processor.read.annotation;

import static com.google.auto.common.AnnotationMirrors.getAnnotationValue;

import io.spanloom.processor.model.SourceLocation;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** Reads annotations and their members. */
public final class Annotations {

  private Annotations() {}

  /** The annotations of a type on an element, those held by their container included. */
  public static List<AnnotationMirror> on(
      Element element, Class<? extends Annotation> type, Class<? extends Annotation> container) {
    return in(element.getAnnotationMirrors(), type, container);
  }

  private static List<AnnotationMirror> in(
      List<? extends AnnotationMirror> mirrors,
      Class<? extends Annotation> type,
      Class<? extends Annotation> container) {
    List<AnnotationMirror> result = new ArrayList<>();
    for (AnnotationMirror mirror : mirrors) {
      if (is(mirror, type)) {
        result.add(mirror);
      } else if (is(mirror, container)) {
        result.addAll(nested(mirror, "value"));
      }
    }
    return result;
  }

  /** The annotations that are the elements of a member. */
  public static List<AnnotationMirror> nested(AnnotationMirror mirror, String member) {
    List<AnnotationMirror> result = new ArrayList<>();
    for (Object element : (List<?>) getAnnotationValue(mirror, member).getValue()) {
      if (((AnnotationValue) element).getValue() instanceof AnnotationMirror nested) {
        result.add(nested);
      }
    }
    return result;
  }

  static boolean is(AnnotationMirror mirror, Class<? extends Annotation> type) {
    return typeOf(mirror).getQualifiedName().contentEquals(type.getCanonicalName());
  }

  public static TypeElement typeOf(AnnotationMirror mirror) {
    return (TypeElement) mirror.getAnnotationType().asElement();
  }

  /** Returns a member's text, empty where the source does not say it and it has no default. */
  public static String text(AnnotationMirror mirror, String member) {
    return getAnnotationValue(mirror, member).getValue().toString();
  }

  /** Returns the simple name of the constant that is a member's value. */
  public static String constant(AnnotationMirror mirror, String member) {
    VariableElement constant = (VariableElement) getAnnotationValue(mirror, member).getValue();
    return constant.getSimpleName().toString();
  }

  /** Returns whether the source says a member. */
  public static boolean isExplicit(AnnotationMirror mirror, String member) {
    return mirror.getElementValues().keySet().stream()
        .anyMatch(each -> each.getSimpleName().contentEquals(member));
  }

  /** Returns the place of a member's value, or of the annotation where it is not written there. */
  public static SourceLocation place(Element element, AnnotationMirror mirror, String member) {
    return mirror.getElementValues().entrySet().stream()
        .filter(entry -> entry.getKey().getSimpleName().contentEquals(member))
        .findFirst()
        .map(entry -> new SourceLocation(element, mirror, entry.getValue()))
        .orElseGet(() -> new SourceLocation(element, mirror, null));
  }
}
