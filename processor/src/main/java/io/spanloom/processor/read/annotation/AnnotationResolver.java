package io.spanloom.processor.read.annotation;

import io.spanloom.processor.model.TracedType.UntracedImplementation;
import io.spanloom.processor.model.UntracedReason;
import io.spanloom.processor.read.type.EnclosingTypes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

  private final Elements elements;
  private final SpanAnnotations annotations;
  private final Hierarchy hierarchy;
  private final TypeCoverage coverage;
  private final Map<TypeElement, List<ExecutableElement>> annotatedByType = new HashMap<>();

  /**
   * Creates a resolver for one round.
   *
   * @param elements the compilation's elements
   * @param types the compilation's types
   * @param accessors recognizes accessors
   * @param annotations finds span annotations on elements
   */
  public AnnotationResolver(
      Elements elements, Types types, Accessors accessors, SpanAnnotations annotations) {
    this.elements = elements;
    this.annotations = annotations;
    this.hierarchy = new Hierarchy(elements, types);
    this.coverage = new TypeCoverage(hierarchy, accessors);
  }

  /**
   * Returns whether an annotation type is a span annotation, or a composed one.
   *
   * @param annotation an annotation type
   * @return true if the annotation creates spans
   */
  public boolean isSpanAnnotation(TypeElement annotation) {
    return annotations.isSpanAnnotation(annotation);
  }

  /**
   * Returns whether methods of a class may be traced without carrying an annotation.
   *
   * @param type a class
   * @return true if its package, or an interface that it implements, carries a span annotation
   */
  public boolean inheritsAnnotations(TypeElement type) {
    if (SpanAnnotations.isNotTraced(type)) {
      return false;
    }
    return !annotations.on(elements.getPackageOf(type)).isEmpty()
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
    List<AppliedAnnotation> own = withoutIgnored(method, annotations.on(method));
    if (!own.isEmpty()) {
      return own;
    }
    if (SpanAnnotations.isNotTraced(method)
        || SpanAnnotations.isNotTraced(type)
        || method.getKind() != ElementKind.METHOD) {
      return List.of();
    }
    Optional<ExecutableElement> declared = implemented(method, type);
    if (declared.isPresent()) {
      return onOrAbove(declared.get());
    }
    return coverage.exception(method) == null ? onType(type) : List.of();
  }

  /**
   * Returns the reason why no span annotation applies to a method of a class.
   *
   * @param method a method to which none applies
   * @param type the class
   * @return the reason
   */
  public UntracedReason untracedReason(ExecutableElement method, TypeElement type) {
    if (SpanAnnotations.isNotTraced(method) || SpanAnnotations.isNotTraced(type)) {
      return UntracedReason.DISABLED;
    }
    UntracedReason exception = coverage.exception(method);
    return exception == null || onType(type).isEmpty() ? UntracedReason.NO_ANNOTATION : exception;
  }

  /**
   * Returns the method whose annotations on parameters and attributes apply to a method of a class.
   *
   * @param method the method
   * @param type the class
   * @return the interface method that it implements, if that is traced and the method carries no
   *     span annotation itself; otherwise the method
   */
  public ExecutableElement declaring(ExecutableElement method, TypeElement type) {
    boolean inherits =
        withoutIgnored(method, annotations.on(method)).isEmpty()
            && !SpanAnnotations.isNotTraced(method)
            && !SpanAnnotations.isNotTraced(type)
            && method.getKind() == ElementKind.METHOD;
    return inherits ? implemented(method, type).orElse(method) : method;
  }

  /**
   * Returns whether a method of an interface is traced where it is implemented.
   *
   * @param method the method
   * @param type the interface
   * @return true if a span annotation applies to the method
   */
  public boolean isTracedInImplementations(ExecutableElement method, TypeElement type) {
    return type.getKind() == ElementKind.INTERFACE && annotatedMethods(type).contains(method);
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
    if (type.getKind() != ElementKind.CLASS && type.getKind() != ElementKind.ENUM) {
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
                        EnclosingTypes.of(body).toString(),
                        body.getModifiers().contains(Modifier.FINAL)))
            .ifPresent(result::add);
      }
    }
    return result;
  }

  /** Returns the methods of an interface to which a span annotation applies, their own or its. */
  private List<ExecutableElement> annotatedMethods(TypeElement type) {
    return annotatedByType.computeIfAbsent(
        type,
        key ->
            ElementFilter.methodsIn(key.getEnclosedElements()).stream()
                .filter(method -> !method.getModifiers().contains(Modifier.STATIC))
                .filter(method -> !method.getModifiers().contains(Modifier.PRIVATE))
                .filter(method -> !SpanAnnotations.isNotTraced(method))
                .filter(
                    method ->
                        onOrAbove(method).stream()
                            .anyMatch(each -> !each.kind().isAgentCompatible()))
                .toList());
  }

  private List<AppliedAnnotation> onOrAbove(ExecutableElement method) {
    List<AppliedAnnotation> own = annotations.on(method);
    TypeElement type = EnclosingTypes.of(method);
    return own.isEmpty() && !SpanAnnotations.isNotTraced(type) ? annotations.on(type) : own;
  }

  private List<AppliedAnnotation> onType(TypeElement type) {
    if (SpanAnnotations.isNotTraced(type)) {
      return List.of();
    }
    List<AppliedAnnotation> own = annotations.on(type);
    return own.isEmpty() ? annotations.on(elements.getPackageOf(type)) : own;
  }
}
