package io.spanloom.processor.read.path;

import com.squareup.javapoet.TypeName;
import io.spanloom.processor.model.AttributeSource;
import io.spanloom.processor.model.AttributeSource.Fault;
import io.spanloom.processor.model.AttributeSource.Root;
import io.spanloom.processor.model.AttributeSource.Step;
import io.spanloom.processor.read.path.MemberFinder.Found;
import io.spanloom.processor.read.type.Readiness;
import io.spanloom.processor.read.type.TypeAccess;
import io.spanloom.processor.read.type.TypeNames;
import io.spanloom.processor.read.type.TypeQueries;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Resolves attribute paths such as {@code order.customer().address().city} against types. */
public final class PathReader {

  private final MemberFinder members;
  private final TypeFinder typeFinder;
  private final TypeQueries queries;
  private final TypeNames typeNames;
  private final TypeAccess typeAccess;

  /**
   * Creates a reader.
   *
   * @param elements the compilation's elements
   * @param types the compilation's types
   * @param typeAccess decides which types generated code can name
   * @param readiness knows which classes are compiled from source
   */
  public PathReader(Elements elements, Types types, TypeAccess typeAccess, Readiness readiness) {
    this.queries = new TypeQueries(elements, types);
    this.typeNames = new TypeNames(types);
    this.typeAccess = typeAccess;
    this.typeFinder = new TypeFinder(elements);
    this.members = new MemberFinder(elements, types, queries, typeNames, typeAccess, readiness);
  }

  /**
   * A resolved source of a value.
   *
   * @param source the path, or the reason why it cannot be resolved
   * @param type the type of the value; meaningless if the path cannot be resolved
   */
  public record Resolved(AttributeSource source, TypeMirror type) {}

  /**
   * Resolves a path that starts at a parameter.
   *
   * @param text the path without its root
   * @param scope the traced method
   * @param index the parameter's position, from 0
   * @return the resolved path
   */
  public Resolved fromParameter(String text, PathScope scope, int index) {
    Walk walk = new Walk(scope.parameterName(index) + "." + text, scope);
    List<PathSegment> segments = PathSegment.parse(text);
    if (segments == null) {
      return walk.broken(Fault.SYNTAX, text, "", List.of());
    }
    return walk.from(scope.parameter(index), scope.parameterType(index), segments);
  }

  /**
   * Resolves a path whose first name is a parameter, {@code this}, {@code result} or a type.
   *
   * @param text the path
   * @param scope the traced method
   * @return the resolved path
   */
  public Resolved fromMethod(String text, PathScope scope) {
    Walk walk = new Walk(text, scope);
    List<PathSegment> segments = PathSegment.parse(text);
    if (segments == null) {
      return walk.broken(Fault.SYNTAX, text, "", List.of());
    }
    PathSegment first = segments.get(0);
    List<PathSegment> rest = segments.subList(1, segments.size());
    int index = first.call() ? -1 : scope.indexOf(first.name());
    if (index >= 0) {
      return walk.from(scope.parameter(index), scope.parameterType(index), rest);
    }
    if (!first.call() && first.name().equals("this")) {
      return fromThis(walk, scope, rest);
    }
    if (!first.call() && first.name().equals("result")) {
      return fromResult(walk, scope, rest);
    }
    return fromType(walk, scope, segments);
  }

  /**
   * Resolves a parameter's own value.
   *
   * @param scope the traced method
   * @param index the parameter's position, from 0
   * @return the resolved parameter
   */
  public Resolved parameter(PathScope scope, int index) {
    return new Walk(scope.parameterName(index), scope)
        .from(scope.parameterValue(index), scope.parameterType(index), List.of());
  }

  /**
   * Returns a source of string values that is not a path.
   *
   * @param source the source
   * @return the resolved source
   */
  public Resolved text(AttributeSource source) {
    return new Resolved(source, queries.string());
  }

  private Resolved fromThis(Walk walk, PathScope scope, List<PathSegment> rest) {
    boolean readsStatic = !rest.isEmpty() && walk.isStatic(scope.type().asType(), rest.get(0));
    if (readsStatic) {
      return walk.from(new AttributeSource.Static(), scope.type().asType(), rest);
    }
    if (scope.method().getModifiers().contains(Modifier.STATIC)) {
      return walk.broken(Fault.NO_INSTANCE, "this", "", List.of());
    }
    boolean constructor = scope.method().getKind() == ElementKind.CONSTRUCTOR;
    TypeName type = typeNames.withWildcards(scope.type().asType());
    return walk.from(new AttributeSource.This(type, constructor), scope.type().asType(), rest);
  }

  private Resolved fromResult(Walk walk, PathScope scope, List<PathSegment> rest) {
    TypeMirror returned = scope.method().getReturnType();
    if (returned.getKind() == TypeKind.VOID) {
      return walk.broken(Fault.NO_RESULT, "result", "", List.of());
    }
    if (scope.result().hasNoSingleValue()) {
      return walk.broken(Fault.NO_SINGLE_VALUE, "result", returned.toString(), List.of());
    }
    TypeMirror value = scope.result().value();
    TypeMirror type = value == null ? returned : value;
    return walk.from(
        new AttributeSource.Result(typeNames.withWildcards(type), value != null), type, rest);
  }

  private Resolved fromType(Walk walk, PathScope scope, List<PathSegment> segments) {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < segments.size() - 1 && !segments.get(i).call(); i++) {
      name.append(i == 0 ? "" : ".").append(segments.get(i).name());
      TypeElement type = typeFinder.find(name.toString(), scope.type());
      if (type != null && walk.isStatic(type.asType(), segments.get(i + 1))) {
        return walk.from(
            new AttributeSource.Static(), type.asType(), segments.subList(i + 1, segments.size()));
      }
    }
    return walk.broken(Fault.UNKNOWN_ROOT, segments.get(0).toString(), "", scope.roots());
  }

  /** Resolves the segments of one path, one after the other. */
  private final class Walk {
    private final String text;
    private final PathScope scope;
    private final List<Step> steps = new ArrayList<>();

    Walk(String text, PathScope scope) {
      this.text = text;
      this.scope = scope;
    }

    boolean isStatic(TypeMirror type, PathSegment segment) {
      Step step = members.find(type, segment, scope.from()).step();
      return step != null
          && (step.form() == AttributeSource.Form.STATIC_FIELD
              || step.form() == AttributeSource.Form.STATIC_CALL);
    }

    Resolved from(Root root, TypeMirror start, List<PathSegment> segments) {
      TypeMirror type = start;
      boolean named = !(root instanceof AttributeSource.Static) && !segments.isEmpty();
      if (named && !typeAccess.isNameable(type, scope.from())) {
        return broken(Fault.UNNAMEABLE, "", type.toString(), List.of());
      }
      for (PathSegment next : segments) {
        Found found = step(type, next);
        Step step = found.step();
        if (step == null) {
          Fault fault = found.fault() == null ? Fault.UNKNOWN_MEMBER : found.fault();
          return broken(
              fault,
              next.toString(),
              found.type().toString(),
              fault == Fault.UNKNOWN_MEMBER
                  ? members.choices(members.optionalValue(type).orElse(type), scope.from())
                  : List.of());
        }
        steps.add(step);
        type = found.type();
      }
      Optional<TypeMirror> value = members.optionalValue(type);
      if (value.isPresent()) {
        steps.add(members.unwrap(value.get()));
        type = value.get();
      }
      return new Resolved(new AttributeSource.Path(root, List.copyOf(steps), text), type);
    }

    /** Finds a member of the type, or else of the value if the type is an {@code Optional}. */
    private Found step(TypeMirror type, PathSegment next) {
      Found found = members.find(type, next, scope.from());
      Optional<TypeMirror> value = members.optionalValue(type);
      if (found.step() != null || value.isEmpty()) {
        return found;
      }
      steps.add(members.unwrap(value.get()));
      return members.find(value.get(), next, scope.from());
    }

    Resolved broken(Fault fault, String name, String typeText, List<String> choices) {
      return new Resolved(
          new AttributeSource.Broken(fault, text, name, typeText, choices), queries.object());
    }
  }
}
