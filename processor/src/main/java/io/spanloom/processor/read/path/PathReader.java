package io.spanloom.processor.read.path;

import com.squareup.javapoet.TypeName;
import io.spanloom.processor.model.Source;
import io.spanloom.processor.model.Source.Fault;
import io.spanloom.processor.model.Source.Root;
import io.spanloom.processor.model.Source.Step;
import io.spanloom.processor.read.path.Members.Found;
import io.spanloom.processor.read.path.Members.Wanted;
import io.spanloom.processor.read.type.TypeWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Resolves paths such as {@code order.customer().address().city} against the types. */
public final class PathReader {

  private static final Pattern STEP =
      Pattern.compile(
          "\\s*\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*(\\s*\\(\\s*\\))?\\s*");

  private final Members members;
  private final TypeWriter names;
  private final TypeAccess naming;
  private final TypeFinder typeFinder;

  public PathReader(Members members, TypeWriter names, TypeAccess naming, TypeFinder typeFinder) {
    this.members = members;
    this.names = names;
    this.naming = naming;
    this.typeFinder = typeFinder;
  }

  /**
   * What a path has come to.
   *
   * @param source the path, or why there is none
   * @param type the type of its value; of no meaning where there is none
   */
  public record Resolved(Source source, TypeMirror type) {}

  /** Resolves a path that begins at a parameter. */
  public Resolved fromParameter(String text, PathScope scope, int index) {
    Walk walk = new Walk(scope.parameterName(index) + "." + text, scope);
    List<Wanted> steps = parse(text);
    if (steps == null) {
      return walk.broken(Fault.SYNTAX, text, "", List.of());
    }
    return walk.from(scope.parameter(index), scope.parameterType(index), steps);
  }

  /** Resolves a path of a method, which begins with what its first name means. */
  public Resolved fromMethod(String text, PathScope scope) {
    Walk walk = new Walk(text, scope);
    List<Wanted> steps = parse(text);
    if (steps == null) {
      return walk.broken(Fault.SYNTAX, text, "", List.of());
    }
    Wanted first = steps.get(0);
    List<Wanted> rest = steps.subList(1, steps.size());
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
    return fromType(walk, scope, steps);
  }

  /** Returns the value of a parameter itself. */
  public Resolved parameter(PathScope scope, int index) {
    return new Walk(scope.parameterName(index), scope)
        .from(scope.plainParameter(index), scope.parameterType(index), List.of());
  }

  /** Returns a value that is text and not found by a path. */
  public Resolved text(Source source) {
    return new Resolved(source, names.string());
  }

  private Resolved fromThis(Walk walk, PathScope scope, List<Wanted> rest) {
    boolean readsStatic = !rest.isEmpty() && walk.isStatic(scope.type().asType(), rest.get(0));
    if (readsStatic) {
      return walk.from(new Source.Static(), scope.type().asType(), rest);
    }
    if (scope.method().getModifiers().contains(Modifier.STATIC)) {
      return walk.broken(Fault.NO_INSTANCE, "this", "", List.of());
    }
    boolean constructor = scope.method().getKind() == ElementKind.CONSTRUCTOR;
    TypeName type = names.withWildcards(scope.type().asType());
    return walk.from(new Source.This(type, constructor), scope.type().asType(), rest);
  }

  private Resolved fromResult(Walk walk, PathScope scope, List<Wanted> rest) {
    TypeMirror returned = scope.method().getReturnType();
    if (returned.getKind() == TypeKind.VOID) {
      return walk.broken(Fault.NO_RESULT, "result", "", List.of());
    }
    TypeMirror value = names.argumentOf(returned, "java.util.concurrent.CompletionStage");
    TypeMirror type = value == null ? returned : value;
    return walk.from(new Source.Result(names.withWildcards(type), value != null), type, rest);
  }

  private Resolved fromType(Walk walk, PathScope scope, List<Wanted> steps) {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < steps.size() - 1 && !steps.get(i).call(); i++) {
      name.append(i == 0 ? "" : ".").append(steps.get(i).name());
      TypeElement type = typeFinder.find(name.toString(), scope.type());
      if (type != null && walk.isStatic(type.asType(), steps.get(i + 1))) {
        return walk.from(new Source.Static(), type.asType(), steps.subList(i + 1, steps.size()));
      }
    }
    return walk.broken(Fault.UNKNOWN_ROOT, steps.get(0).toString(), "", scope.roots());
  }

  private static @Nullable List<Wanted> parse(String text) {
    List<String> parts = Arrays.asList(text.split("\\.", -1));
    if (!parts.stream().allMatch(part -> STEP.matcher(part).matches())) {
      return null;
    }
    return parts.stream()
        .map(part -> part.replaceAll("\\s", ""))
        .map(part -> new Wanted(part.replace("()", ""), part.endsWith("()")))
        .toList();
  }

  /** One path on its way. */
  private final class Walk {
    private final String text;
    private final PathScope scope;
    private final List<Step> steps = new ArrayList<>();

    Walk(String text, PathScope scope) {
      this.text = text;
      this.scope = scope;
    }

    boolean isStatic(TypeMirror type, Wanted wanted) {
      Step step = members.find(type, wanted, scope.from()).step();
      return step != null
          && (step.form() == Source.Form.STATIC_FIELD || step.form() == Source.Form.STATIC_CALL);
    }

    Resolved from(Root root, TypeMirror start, List<Wanted> wanted) {
      TypeMirror type = start;
      boolean named = !(root instanceof Source.Static) && !wanted.isEmpty();
      if (named && !naming.isNameable(type, scope.from())) {
        return broken(Fault.UNNAMEABLE, "", type.toString(), List.of());
      }
      for (Wanted next : wanted) {
        Found found = step(type, next);
        Step step = found.step();
        if (step == null) {
          Fault fault = found.fault() == null ? Fault.UNKNOWN_MEMBER : found.fault();
          return broken(
              fault,
              next.toString(),
              found.type().toString(),
              fault == Fault.UNKNOWN_MEMBER
                  ? members.choices(members.held(type).orElse(type), scope.from())
                  : List.of());
        }
        steps.add(step);
        type = found.type();
      }
      Optional<TypeMirror> held = members.held(type);
      if (held.isPresent()) {
        steps.add(members.unwrap(held.get()));
        type = held.get();
      }
      return new Resolved(new Source.Path(root, List.copyOf(steps), text), type);
    }

    /** A member of the type, or else of what it holds where it is an {@code Optional}. */
    private Found step(TypeMirror type, Wanted next) {
      Found found = members.find(type, next, scope.from());
      Optional<TypeMirror> held = members.held(type);
      if (found.step() != null || held.isEmpty()) {
        return found;
      }
      steps.add(members.unwrap(held.get()));
      return members.find(held.get(), next, scope.from());
    }

    Resolved broken(Fault fault, String name, String typeText, List<String> choices) {
      return new Resolved(new Source.Broken(fault, text, name, typeText, choices), names.object());
    }
  }
}
