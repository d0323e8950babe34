package io.spanloom.processor.read.type;

import com.google.auto.common.MoreElements;
import io.spanloom.processor.model.Result;
import io.spanloom.processor.read.type.DeferredTypes.Entry;
import io.spanloom.processor.read.type.ProgramAdapters.Named;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Recognizes deferred results, by {@link DeferredTypes} and by the program's own adapters. */
public final class DeferredResults {

  private static final String CONTINUATION = "kotlin.coroutines.Continuation";

  private final Types types;
  private final TypeQueries queries;
  private final TypeNames typeNames;
  private final TypeAccess typeAccess;
  private final ProgramAdapters adapters;

  /**
   * Creates an instance for a compilation.
   *
   * @param types the compilation's types
   * @param queries looks up the types of the table
   * @param typeNames converts types to names
   * @param typeAccess decides which adapters generated code can name
   */
  public DeferredResults(
      Types types, TypeQueries queries, TypeNames typeNames, TypeAccess typeAccess) {
    this.types = types;
    this.queries = queries;
    this.typeNames = typeNames;
    this.typeAccess = typeAccess;
    this.adapters = new ProgramAdapters(types, queries);
  }

  /**
   * Reads the result of a method.
   *
   * @param method the method
   * @param lazy whether an annotation declares the result as consumed lazily
   * @return the deferred result, one that cannot be observed, or empty for any other result
   */
  public Optional<Result> read(ExecutableElement method, boolean lazy) {
    TypeMirror returned = method.getReturnType();
    if (returned.getKind() != TypeKind.DECLARED && returned.getKind() != TypeKind.TYPEVAR) {
      return Optional.empty();
    }
    return ofProgram(method)
        .or(() -> ofTable(DeferredTypes.OBSERVED, returned))
        .or(() -> lazy ? ofTable(DeferredTypes.LAZY, returned) : Optional.empty())
        .or(() -> unobserved(method));
  }

  private Optional<Result> ofProgram(ExecutableElement method) {
    TypeMirror returned = method.getReturnType();
    for (Named named : adapters.named(method)) {
      String invalid = fault(named, method);
      if (invalid != null) {
        return Optional.of(
            new Result.InvalidAdapter(
                returned.toString(),
                named.location(),
                named.type().getQualifiedName().toString(),
                invalid));
      }
      Optional<ProgramAdapters.Found> found = adapters.find(named.type(), returned);
      if (found.isPresent()) {
        return Optional.of(deferred(returned, found.get()));
      }
    }
    return Optional.empty();
  }

  private @Nullable String fault(Named named, ExecutableElement method) {
    if (!typeAccess.isNameable(named.type().asType(), MoreElements.getPackage(method))) {
      return "it is not visible from package " + MoreElements.getPackage(method).getQualifiedName();
    }
    if (!adapters.hasAdapters(named.type())) {
      return "it has no public static method with a result and a DeferredSpan or DeferredSpans as"
          + " parameters";
    }
    Optional<ProgramAdapters.Found> found = adapters.find(named.type(), method.getReturnType());
    if (found.isPresent()) {
      return found.get().fault();
    }
    return named.holder().getKind() == ElementKind.METHOD
        ? "none of its methods observes a " + method.getReturnType()
        : null;
  }

  private Result deferred(TypeMirror returned, ProgramAdapters.Found found) {
    return new Result.Deferred(
        returned.toString(),
        typeNames.withWildcards(found.result()),
        found.adapter(),
        "result",
        !types.isAssignable(types.erasure(returned), found.result()));
  }

  private Optional<Result> ofTable(List<Entry> table, TypeMirror returned) {
    for (Entry entry : table) {
      TypeMirror type = queries.erasureOf(entry.type());
      if (type != null && isObserved(returned, entry)) {
        return Optional.of(
            new Result.Deferred(
                returned.toString(),
                typeNames.withWildcards(type),
                entry.adapter(),
                entry.endsWith(),
                !types.isAssignable(types.erasure(returned), type)));
      }
    }
    return Optional.empty();
  }

  /** Only a result of exactly the type in the table can be replaced. */
  private boolean isObserved(TypeMirror returned, Entry entry) {
    TypeMirror type = queries.erasureOf(entry.type());
    if (type == null) {
      return false;
    }
    return entry.adapter().replacesResult()
        ? returned.getKind() == TypeKind.DECLARED && types.isSameType(types.erasure(returned), type)
        : types.isAssignable(returned, type);
  }

  private Optional<Result> unobserved(ExecutableElement method) {
    TypeMirror returned = method.getReturnType();
    if (isSuspending(method)) {
      return Optional.of(new Result.Unobserved("a suspending function", List.of()));
    }
    List<String> alternatives =
        DeferredTypes.OBSERVED.stream()
            .map(Entry::type)
            .filter(type -> isSubtype(returned, type))
            .toList();
    return isUnsupported(returned)
        ? Optional.of(new Result.Unobserved(returned.toString(), alternatives))
        : Optional.empty();
  }

  private boolean isSuspending(ExecutableElement method) {
    TypeMirror continuation = queries.erasureOf(CONTINUATION);
    return continuation != null
        && !method.getParameters().isEmpty()
        && types.isSameType(
            types.erasure(method.getParameters().get(method.getParameters().size() - 1).asType()),
            continuation);
  }

  /**
   * Returns whether a result is deferred, but its type is not supported: a span would end when the
   * method returns.
   *
   * @param returned a return type
   * @return true for a type such as RxJava 2's {@code Observable}
   */
  public boolean isUnsupported(TypeMirror returned) {
    return ofTable(DeferredTypes.OBSERVED, returned).isEmpty()
        && (DeferredTypes.UNSUPPORTED.stream().anyMatch(type -> isSubtype(returned, type))
            || DeferredTypes.OBSERVED.stream()
                .anyMatch(entry -> isSubtype(returned, entry.type())));
  }

  private boolean isSubtype(TypeMirror type, String supertype) {
    TypeMirror erased = queries.erasureOf(supertype);
    return erased != null && types.isAssignable(types.erasure(type), erased);
  }

  /**
   * Returns whether a deferred result supplies no value with which it completes, but several values
   * or none.
   *
   * @param returned a return type
   * @return true for a type such as Reactor's {@code Flux}
   */
  public boolean hasNoSingleValue(TypeMirror returned) {
    return DeferredTypes.OBSERVED.stream()
        .filter(entry -> isObserved(returned, entry))
        .findFirst()
        .filter(entry -> entry.valueArgument() < 0)
        .isPresent();
  }

  /**
   * Returns the type of the value with which a deferred result completes.
   *
   * @param method a method
   * @return the value's type, or null if the result is not deferred, or a raw one
   */
  public @Nullable TypeMirror valueType(ExecutableElement method) {
    TypeMirror returned = method.getReturnType();
    if (read(method, false).orElse(null) instanceof Result.Deferred deferred
        && deferred.endsWith().equals("result")) {
      return valueOf(returned);
    }
    for (Entry entry : DeferredTypes.OBSERVED) {
      TypeMirror value =
          entry.valueArgument() < 0
              ? null
              : queries.argumentOf(returned, entry.type(), entry.valueArgument());
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  private @Nullable TypeMirror valueOf(TypeMirror returned) {
    TypeElement element = types.asElement(returned) instanceof TypeElement type ? type : null;
    return element == null || element.getTypeParameters().size() != 1
        ? null
        : queries.argumentOf(returned, element.getQualifiedName().toString(), 0);
  }
}
