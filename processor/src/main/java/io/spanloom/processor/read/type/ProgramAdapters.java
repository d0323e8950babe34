package io.spanloom.processor.read.type;

import static com.google.auto.common.AnnotationMirrors.getAnnotationValue;

import com.google.auto.common.MoreElements;
import com.squareup.javapoet.ClassName;
import io.spanloom.ResultAdapter;
import io.spanloom.processor.model.DeferredAdapter;
import io.spanloom.processor.model.DeferredAdapter.Observation;
import io.spanloom.processor.model.SourceLocation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Finds the adapters for deferred results that a program names with {@link ResultAdapter}. */
final class ProgramAdapters {

  private static final String SPAN = "io.spanloom.deferred.DeferredSpan";
  private static final String SPANS = "io.spanloom.deferred.DeferredSpans";

  private final Types types;
  private final TypeQueries queries;
  private final AdapterSignatures signatures;

  ProgramAdapters(Types types, TypeQueries queries) {
    this.types = types;
    this.queries = queries;
    this.signatures = new AdapterSignatures(types, queries);
  }

  /**
   * A class that an annotation names.
   *
   * @param holder the element that carries the annotation
   * @param location the class in the annotation
   * @param type the class
   */
  record Named(Element holder, SourceLocation location, TypeElement type) {}

  /**
   * A method that observes a type of results.
   *
   * @param result the type of its first parameter
   * @param valueArgument the position of the type argument that is the type of its value, or -1
   * @param adapter the adapter
   * @param fault the reason why generated code cannot refer to the method, or null if it can
   */
  record Found(
      TypeMirror result, int valueArgument, DeferredAdapter adapter, @Nullable String fault) {}

  /** Returns the classes that annotations name for a method, the closest first. */
  List<Named> named(ExecutableElement method) {
    Set<Element> holders = new LinkedHashSet<>();
    for (Element each = method; each != null; each = each.getEnclosingElement()) {
      holders.add(each);
    }
    addTypes(method.getReturnType(), holders);
    List<Named> result = new ArrayList<>();
    for (Element holder : holders) {
      for (AnnotationMirror mirror : holder.getAnnotationMirrors()) {
        if (MoreElements.asType(mirror.getAnnotationType().asElement())
            .getQualifiedName()
            .contentEquals(ResultAdapter.class.getCanonicalName())) {
          addNamed(holder, mirror, result);
        }
      }
    }
    return result;
  }

  private void addTypes(TypeMirror type, Set<Element> found) {
    for (TypeMirror bound : queries.bounds(type)) {
      Element element = types.asElement(bound);
      if (element != null && found.add(element)) {
        types.directSupertypes(bound).forEach(supertype -> addTypes(supertype, found));
      }
    }
  }

  private void addNamed(Element holder, AnnotationMirror mirror, List<Named> result) {
    if (getAnnotationValue(mirror, "value").getValue() instanceof List<?> values) {
      for (Object each : values) {
        AnnotationValue value = (AnnotationValue) each;
        if (value.getValue() instanceof DeclaredType type) {
          result.add(
              new Named(
                  holder,
                  new SourceLocation(holder, mirror, value),
                  MoreElements.asType(type.asElement())));
        }
      }
    }
  }

  /** Returns whether a class has any method with the shape of an adapter. */
  boolean hasAdapters(TypeElement type) {
    return ElementFilter.methodsIn(type.getEnclosedElements()).stream().anyMatch(this::isAdapter);
  }

  /** Returns the first adapter of a class for a type of results. */
  Optional<Found> find(TypeElement type, TypeMirror returned) {
    return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
        .filter(this::isAdapter)
        .map(this::found)
        .filter(found -> matches(found, returned))
        .findFirst();
  }

  private boolean isAdapter(ExecutableElement method) {
    return method.getModifiers().containsAll(Set.of(Modifier.PUBLIC, Modifier.STATIC))
        && method.getParameters().size() == 2
        && observation(method) != null;
  }

  private @Nullable Observation observation(ExecutableElement method) {
    TypeMirror second = types.erasure(method.getParameters().get(1).asType());
    if (isSame(second, SPAN) && method.getReturnType().getKind() == TypeKind.VOID) {
      return Observation.CALLBACK;
    }
    TypeMirror first = types.erasure(method.getParameters().get(0).asType());
    return isSame(second, SPANS) && types.isSameType(types.erasure(method.getReturnType()), first)
        ? Observation.SUBSCRIPTION
        : null;
  }

  private boolean isSame(TypeMirror type, String name) {
    return queries.isDeclaredAs(type, name);
  }

  private Found found(ExecutableElement method) {
    Observation observation = observation(method);
    return new Found(
        types.erasure(method.getParameters().get(0).asType()),
        valueArgument(method),
        new DeferredAdapter(
            observation == null ? Observation.CALLBACK : observation,
            Optional.of(ClassName.get(MoreElements.asType(method.getEnclosingElement()))),
            method.getSimpleName().toString()),
        signatures.fault(method));
  }

  /**
   * Returns the position of the type argument that {@code DeferredSpan<? super T>} names, or else
   * that of the only one.
   */
  private int valueArgument(ExecutableElement method) {
    if (!(method.getParameters().get(0).asType() instanceof DeclaredType result)) {
      return -1;
    }
    List<? extends TypeMirror> arguments = result.getTypeArguments();
    DeclaredType span = (DeclaredType) method.getParameters().get(1).asType();
    if (!span.getTypeArguments().isEmpty()
        && span.getTypeArguments().get(0) instanceof WildcardType wildcard
        && wildcard.getSuperBound() != null) {
      for (int i = 0; i < arguments.size(); i++) {
        if (types.isSameType(arguments.get(i), wildcard.getSuperBound())) {
          return i;
        }
      }
    }
    return arguments.size() == 1 ? 0 : -1;
  }

  private boolean matches(Found found, TypeMirror returned) {
    return found.adapter().replacesResult()
        ? returned.getKind() == TypeKind.DECLARED
            && types.isSameType(types.erasure(returned), found.result())
        : types.isAssignable(returned, found.result());
  }
}
