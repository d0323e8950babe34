package io.spanloom.processor.read.annotation;

import io.spanloom.NotTraced;
import io.spanloom.processor.model.TracedType.UntracedImplementation;
import io.spanloom.processor.read.type.EnclosingTypes;
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
 * Determines which span annotations apply to a method: its own, or else those of the interface
 * method that it implements, or else those of its class or its package.
 */
public final class AnnotationResolver {

  private static final String GENERATED_ASPECT = "io.spanloom.runtime.woven.GeneratedAspect";

  private final Elements elements;
  private final Hierarchy hierarchy;
  private final Accessors accessors;
  private final Map<String, List<AppliedAnnotation>> composedByName = new HashMap<>();
  private final Map<TypeElement, List<ExecutableElement>> annotatedByType = new HashMap<>();

  /**
   * Creates a resolver for one round.
   *
   * @param elements the compilation's elements
   * @param types the compilation's types
   * @param accessors recognizes accessors
   */
  public AnnotationResolver(Elements elements, Types types, Accessors accessors) {
    this.elements = elements;
    this.hierarchy = new Hierarchy(elements, types);
    this.accessors = accessors;
  }

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
   * Returns whether methods of a class may be traced without carrying an annotation.
   *
   * @param type a class
   * @return true if its package, or an interface that it implements, carries a span annotation
   */
  public boolean inheritsAnnotations(TypeElement type) {
    if (isNotTraced(type)) {
      return false;
    }
    return !on(elements.getPackageOf(type)).isEmpty()
        || hierarchy.interfacesOf(type).stream()
            .anyMatch(each -> !annotatedMethods(each).isEmpty());
  }

  /**
   * Returns the span annotations that apply to a method of a class.
   *
   * @param method the method
   * @param type the class
   * @return the annotations; more than one is an error
   */
  public List<AppliedAnnotation> of(ExecutableElement method, TypeElement type) {
    List<AppliedAnnotation> own = withoutIgnored(method, on(method));
    if (!own.isEmpty()) {
      return own;
    }
    if (isNotTraced(method) || isNotTraced(type) || method.getKind() != ElementKind.METHOD) {
      return List.of();
    }
    Optional<ExecutableElement> declared = implemented(method, type);
    if (declared.isPresent()) {
      return onOrAbove(declared.get());
    }
    return isCoveredByType(method) ? onType(type) : List.of();
  }

  /**
   * Removes the annotations that OpenTelemetry's agent ignores: its own on a constructor or on a
   * method without a Java body, and {@code @AddingSpanAttributes} next to a span annotation.
   */
  private static List<AppliedAnnotation> withoutIgnored(
      ExecutableElement method, List<AppliedAnnotation> annotations) {
    Set<Modifier> modifiers = method.getModifiers();
    boolean ignored =
        method.getKind() != ElementKind.METHOD
            || modifiers.contains(Modifier.ABSTRACT)
            || modifiers.contains(Modifier.NATIVE);
    boolean span =
        annotations.stream().anyMatch(each -> each.kind() != SpanAnnotation.ADDING_ATTRIBUTES);
    return annotations.stream()
        .filter(each -> !(ignored && each.kind().isAgentCompatible()))
        .filter(each -> !(span && each.kind() == SpanAnnotation.ADDING_ATTRIBUTES))
        .toList();
  }

  /** Returns the annotated interface method that a method implements. */
  private Optional<ExecutableElement> implemented(ExecutableElement method, TypeElement type) {
    if (method.getModifiers().contains(Modifier.STATIC)
        || method.getModifiers().contains(Modifier.PRIVATE)) {
      return Optional.empty();
    }
    return hierarchy.interfacesOf(type).stream()
        .flatMap(each -> annotatedMethods(each).stream())
        .filter(each -> each.getSimpleName().equals(method.getSimpleName()))
        .filter(each -> elements.overrides(method, each, type))
        .findFirst();
  }

  /**
   * Returns the implementations of annotated interface methods that a class inherits from a
   * superclass that does not implement the interface.
   *
   * @param type the class
   * @return the implementations, by interface
   */
  public List<UntracedImplementation> untracedImplementations(TypeElement type) {
    if (type.getKind() != ElementKind.CLASS) {
      return List.of();
    }
    List<UntracedImplementation> result = new ArrayList<>();
    for (TypeElement declaring : hierarchy.interfacesOf(type)) {
      for (ExecutableElement method : annotatedMethods(declaring)) {
        hierarchy
            .inheritedBody(method, type)
            .filter(body -> !hierarchy.interfacesOf(EnclosingTypes.of(body)).contains(declaring))
            .filter(body -> of(body, EnclosingTypes.of(body)).isEmpty())
            .map(
                body ->
                    new UntracedImplementation(
                        method.getSimpleName().toString(),
                        declaring.toString(),
                        EnclosingTypes.of(body).toString()))
            .ifPresent(result::add);
      }
    }
    return result;
  }

  /** Returns the methods of an interface to which an annotation on it or on them applies. */
  private List<ExecutableElement> annotatedMethods(TypeElement type) {
    return annotatedByType.computeIfAbsent(
        type,
        key ->
            ElementFilter.methodsIn(key.getEnclosedElements()).stream()
                .filter(method -> !method.getModifiers().contains(Modifier.STATIC))
                .filter(method -> !method.getModifiers().contains(Modifier.PRIVATE))
                .filter(method -> !isNotTraced(method))
                .filter(
                    method ->
                        onOrAbove(method).stream()
                            .anyMatch(each -> !each.kind().isAgentCompatible()))
                .toList());
  }

  private List<AppliedAnnotation> onOrAbove(ExecutableElement method) {
    List<AppliedAnnotation> own = on(method);
    TypeElement type = EnclosingTypes.of(method);
    return own.isEmpty() && !isNotTraced(type) ? on(type) : own;
  }

  private List<AppliedAnnotation> onType(TypeElement type) {
    if (isNotTraced(type)) {
      return List.of();
    }
    List<AppliedAnnotation> own = on(type);
    return own.isEmpty() ? on(elements.getPackageOf(type)) : own;
  }

  /** Returns whether a type- or package-level annotation applies to the method. */
  private boolean isCoveredByType(ExecutableElement method) {
    Set<Modifier> modifiers = method.getModifiers();
    return modifiers.contains(Modifier.PUBLIC)
        && !modifiers.contains(Modifier.ABSTRACT)
        && !modifiers.contains(Modifier.NATIVE)
        && !hierarchy.overridesObject(method)
        && !accessors.isAccessor(method);
  }

  /** Returns whether tracing is disabled: by {@code @NotTraced}, or because it is an aspect. */
  private static boolean isNotTraced(Element element) {
    return element.getAnnotation(NotTraced.class) != null
        || element.getAnnotationMirrors().stream()
            .anyMatch(
                each ->
                    Annotations.typeOf(each).getQualifiedName().contentEquals(GENERATED_ASPECT));
  }

  /** Returns the span annotations on an element, directly or through composed annotations. */
  private List<AppliedAnnotation> on(Element element) {
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
