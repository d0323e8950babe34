package io.spanloom.processor.read.annotation;

import static com.google.auto.common.AnnotationMirrors.getAnnotationValue;

import io.spanloom.processor.model.SourceLocation;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Reads annotations and their members. */
public final class Annotations {

  private Annotations() {}

  /**
   * Returns the annotations of a repeatable type on an element.
   *
   * @param element the element
   * @param type the annotation type
   * @param container the annotation type that holds repeated annotations
   * @return the annotations, in source order
   */
  public static List<AnnotationMirror> annotationsOn(
      Element element, Class<? extends Annotation> type, Class<? extends Annotation> container) {
    return select(element.getAnnotationMirrors(), type, container);
  }

  private static List<AnnotationMirror> select(
      List<? extends AnnotationMirror> mirrors,
      Class<? extends Annotation> type,
      Class<? extends Annotation> container) {
    List<AnnotationMirror> result = new ArrayList<>();
    for (AnnotationMirror mirror : mirrors) {
      if (isOfType(mirror, type)) {
        result.add(mirror);
      } else if (isOfType(mirror, container)) {
        result.addAll(nested(mirror, "value"));
      }
    }
    return result;
  }

  /**
   * Returns the annotations in a member whose value is an array of annotations.
   *
   * @param mirror the annotation with the member
   * @param member the member's name
   * @return the annotations
   */
  public static List<AnnotationMirror> nested(AnnotationMirror mirror, String member) {
    List<AnnotationMirror> result = new ArrayList<>();
    for (Object element : (List<?>) getAnnotationValue(mirror, member).getValue()) {
      if (((AnnotationValue) element).getValue() instanceof AnnotationMirror nested) {
        result.add(nested);
      }
    }
    return result;
  }

  /**
   * Returns the types in a member whose value is an array of types.
   *
   * @param mirror the annotation
   * @param member the member's name
   * @return the values, each a {@link TypeMirror}; empty if the annotation has no such member
   */
  public static List<AnnotationValue> types(AnnotationMirror mirror, String member) {
    List<AnnotationValue> result = new ArrayList<>();
    for (ExecutableElement each : ElementFilter.methodsIn(typeOf(mirror).getEnclosedElements())) {
      if (each.getSimpleName().contentEquals(member)
          && getAnnotationValue(mirror, member).getValue() instanceof List<?> values) {
        values.stream()
            .map(AnnotationValue.class::cast)
            .filter(value -> value.getValue() instanceof TypeMirror)
            .forEach(result::add);
      }
    }
    return result;
  }

  static boolean isOfType(AnnotationMirror mirror, Class<? extends Annotation> type) {
    return typeOf(mirror).getQualifiedName().contentEquals(type.getCanonicalName());
  }

  /**
   * Returns the type of an annotation.
   *
   * @param mirror the annotation
   * @return the annotation type
   */
  public static TypeElement typeOf(AnnotationMirror mirror) {
    return (TypeElement) mirror.getAnnotationType().asElement();
  }

  /**
   * Returns a member's value, or its default, as a string.
   *
   * @param mirror the annotation
   * @param member the member's name
   * @return the text
   */
  public static String stringValue(AnnotationMirror mirror, String member) {
    return getAnnotationValue(mirror, member).getValue().toString();
  }

  /**
   * Returns the simple name of the enum constant that is a member's value, or its default.
   *
   * @param mirror the annotation
   * @param member the member's name
   * @return the constant's name
   */
  public static String enumConstant(AnnotationMirror mirror, String member) {
    VariableElement constant = (VariableElement) getAnnotationValue(mirror, member).getValue();
    return constant.getSimpleName().toString();
  }

  /**
   * Returns whether the source sets a member.
   *
   * @param mirror the annotation
   * @param member the member's name
   * @return false if the source omits the member
   */
  public static boolean isExplicit(AnnotationMirror mirror, String member) {
    return mirror.getElementValues().keySet().stream()
        .anyMatch(each -> each.getSimpleName().contentEquals(member));
  }

  /**
   * Returns the location of a member's value.
   *
   * @param element the element that carries the annotation
   * @param mirror the annotation
   * @param member the member's name
   * @return the value's location, or the annotation's if the source does not set the member
   */
  public static SourceLocation location(Element element, AnnotationMirror mirror, String member) {
    return mirror.getElementValues().entrySet().stream()
        .filter(entry -> entry.getKey().getSimpleName().contentEquals(member))
        .findFirst()
        .map(entry -> new SourceLocation(element, mirror, entry.getValue()))
        .orElseGet(() -> new SourceLocation(element, mirror, null));
  }
}
