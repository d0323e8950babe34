package io.spanloom.processor.read.annotation;

import io.spanloom.NotTraced;
import io.spanloom.processor.read.type.Enclosing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * Says which span annotations hold for a method: its own, else those of an interface's method that
 * it implements, else those of its class or its package.
 */
public final class AnnotationResolver {

  private static final String WOVEN_INTO = "io.spanloom.runtime.woven.WovenInto";

  private final Elements elements;
  private final Hierarchy hierarchy;
  private final Accessors accessors;
  private final Map<String, List<AppliedAnnotation>> ofAnnotation = new HashMap<>();
  private final Map<TypeElement, List<ExecutableElement>> markedOf = new HashMap<>();

  /**
   * Makes a reader for one round.
   *
   * @param elements of the compilation
   * @param types of the compilation
   * @param accessors tells accessors
   */
  public AnnotationResolver(Elements elements, Types types, Accessors accessors) {
    this.elements = elements;
    this.hierarchy = new Hierarchy(elements, types);
    this.accessors = accessors;
  }

  /**
   * Returns whether an annotation type makes spans, by itself or through what it bears.
   *
   * @param annotation an annotation type
   * @return true for a span annotation or a shorthand for one
   */
  public boolean isMark(TypeElement annotation) {
    return SpanAnnotation.of(annotation).isPresent()
        || !shorthand(annotation, new HashSet<>()).isEmpty();
  }

  /**
   * Returns whether anything in a class may be traced that bears no annotation itself.
   *
   * @param type a class
   * @return true if its package, or an interface that it has, bears a span annotation
   */
  public boolean inherits(TypeElement type) {
    if (isLeftOut(type)) {
      return false;
    }
    return !on(elements.getPackageOf(type)).isEmpty()
        || hierarchy.interfacesOf(type).stream().anyMatch(each -> !marked(each).isEmpty());
  }

  /** Returns the marks that hold for a method of a class. */
  public List<AppliedAnnotation> of(ExecutableElement method, TypeElement type) {
    List<AppliedAnnotation> own = withoutIdle(method, on(method));
    if (!own.isEmpty()) {
      return own;
    }
    if (isLeftOut(method) || isLeftOut(type) || method.getKind() != ElementKind.METHOD) {
      return List.of();
    }
    Optional<ExecutableElement> declared = declaredBy(method, type);
    if (declared.isPresent()) {
      return onOrAbove(declared.get());
    }
    return isOneOfMany(method) ? onType(type) : List.of();
  }

  /**
   * Leaves out what OpenTelemetry's agent leaves out: its annotations on a constructor or a method
   * without a body, and {@code @AddingSpanAttributes} beside a span.
   */
  private static List<AppliedAnnotation> withoutIdle(
      ExecutableElement method, List<AppliedAnnotation> marks) {
    Set<Modifier> modifiers = method.getModifiers();
    boolean idle =
        method.getKind() != ElementKind.METHOD
            || modifiers.contains(Modifier.ABSTRACT)
            || modifiers.contains(Modifier.NATIVE);
    boolean span = marks.stream().anyMatch(mark -> mark.kind() != SpanAnnotation.ADDING_ATTRIBUTES);
    return marks.stream()
        .filter(mark -> !(idle && mark.kind().isForeign()))
        .filter(mark -> !(span && mark.kind() == SpanAnnotation.ADDING_ATTRIBUTES))
        .toList();
  }

  /** Returns the interface's method whose annotations hold for a method. */
  Optional<ExecutableElement> declaredBy(ExecutableElement method, TypeElement type) {
    if (method.getModifiers().contains(Modifier.STATIC)
        || method.getModifiers().contains(Modifier.PRIVATE)) {
      return Optional.empty();
    }
    return hierarchy.interfacesOf(type).stream()
        .flatMap(each -> marked(each).stream())
        .filter(each -> each.getSimpleName().equals(method.getSimpleName()))
        .filter(each -> elements.overrides(method, each, type))
        .findFirst();
  }

  /**
   * The methods of a class's interfaces that bear a mark, but whose body the class has from a
   * superclass that does not have the interface, so that nothing asked to trace it there.
   */
  public List<String> unreached(TypeElement type) {
    if (type.getKind() != ElementKind.CLASS) {
      return List.of();
    }
    List<String> result = new ArrayList<>();
    for (TypeElement declaring : hierarchy.interfacesOf(type)) {
      for (ExecutableElement method : marked(declaring)) {
        hierarchy
            .bodyAbove(method, type)
            .filter(body -> !hierarchy.interfacesOf(Enclosing.type(body)).contains(declaring))
            .filter(body -> of(body, Enclosing.type(body)).isEmpty())
            .ifPresent(
                body ->
                    result.add(
                        method.getSimpleName()
                            + " of "
                            + declaring
                            + ", in "
                            + Enclosing.type(body)));
      }
    }
    return result;
  }

  /** The methods of an interface that bear a mark, or that its own mark stands for. */
  List<ExecutableElement> marked(TypeElement type) {
    return markedOf.computeIfAbsent(
        type,
        key ->
            ElementFilter.methodsIn(key.getEnclosedElements()).stream()
                .filter(method -> !method.getModifiers().contains(Modifier.STATIC))
                .filter(method -> !method.getModifiers().contains(Modifier.PRIVATE))
                .filter(method -> !isLeftOut(method))
                .filter(
                    method -> onOrAbove(method).stream().anyMatch(mark -> !mark.kind().isForeign()))
                .toList());
  }

  private List<AppliedAnnotation> onOrAbove(ExecutableElement method) {
    List<AppliedAnnotation> own = on(method);
    TypeElement type = Enclosing.type(method);
    return own.isEmpty() && !isLeftOut(type) ? on(type) : own;
  }

  private List<AppliedAnnotation> onType(TypeElement type) {
    if (isLeftOut(type)) {
      return List.of();
    }
    List<AppliedAnnotation> own = on(type);
    return own.isEmpty() ? on(elements.getPackageOf(type)) : own;
  }

  /** Whether a type's or a package's annotation means a method. */
  private boolean isOneOfMany(ExecutableElement method) {
    Set<Modifier> modifiers = method.getModifiers();
    return modifiers.contains(Modifier.PUBLIC)
        && !modifiers.contains(Modifier.ABSTRACT)
        && !modifiers.contains(Modifier.NATIVE)
        && !isOfObject(method)
        && !accessors.isAccessor(method);
  }

  private boolean isOfObject(ExecutableElement method) {
    TypeElement object = elements.getTypeElement("java.lang.Object");
    return ElementFilter.methodsIn(object.getEnclosedElements()).stream()
        .filter(each -> each.getSimpleName().equals(method.getSimpleName()))
        .anyMatch(each -> elements.overrides(method, each, Enclosing.type(method)));
  }

  /** An aspect in a traced package would get an aspect of its own, and so on for ever. */
  private static boolean isLeftOut(Element element) {
    return element.getAnnotation(NotTraced.class) != null
        || element.getAnnotationMirrors().stream()
            .anyMatch(
                each -> Annotations.typeOf(each).getQualifiedName().contentEquals(WOVEN_INTO));
  }

  /** The marks on an element, through own annotations too. */
  List<AppliedAnnotation> on(Element element) {
    List<AppliedAnnotation> result = new ArrayList<>();
    for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
      TypeElement type = Annotations.typeOf(mirror);
      if (SpanAnnotation.of(type).isPresent()) {
        result.add(new AppliedAnnotation(mirror, List.of(), element));
      } else {
        shorthand(type, new HashSet<>()).forEach(mark -> result.add(mark.through(mirror, element)));
      }
    }
    return result;
  }

  /** The marks that an annotation type bears; one that leads back to itself adds nothing. */
  private List<AppliedAnnotation> shorthand(TypeElement annotation, Set<TypeElement> seen) {
    String name = annotation.getQualifiedName().toString();
    if (name.startsWith("java.") || !seen.add(annotation)) {
      return List.of();
    }
    List<AppliedAnnotation> known = ofAnnotation.get(name);
    if (known != null) {
      return known;
    }
    List<AppliedAnnotation> result = new ArrayList<>();
    for (AnnotationMirror mirror : annotation.getAnnotationMirrors()) {
      TypeElement type = Annotations.typeOf(mirror);
      if (SpanAnnotation.of(type).isPresent()) {
        result.add(new AppliedAnnotation(mirror, List.of(), annotation));
      } else {
        shorthand(type, seen).forEach(mark -> result.add(mark.through(mirror, annotation)));
      }
    }
    ofAnnotation.put(name, result);
    return result;
  }
}
