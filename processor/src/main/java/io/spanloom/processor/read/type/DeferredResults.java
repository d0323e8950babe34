package io.spanloom.processor.read.type;

import com.google.auto.common.MoreElements;
import io.spanloom.processor.model.DeferredAdapter.Observation;
import io.spanloom.processor.model.Result;
import io.spanloom.processor.read.type.DeferredTypes.Entry;
import io.spanloom.processor.read.type.ProgramAdapters.Found;
import io.spanloom.processor.read.type.ProgramAdapters.Named;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
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
  private final NestedStreams nestedStreams;

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
    this.nestedStreams = new NestedStreams(queries, typeNames);
  }

  /**
   * A deferred result of a known type.
   *
   * @param type the erasure of the supertype that the adapter observes
   * @param entry what is known of the type
   */
  private record Observed(TypeMirror type, Entry entry) {}

  /**
   * Reads the result of a method.
   *
   * @param method the method
   * @param lazy whether an annotation declares the result as consumed lazily
   * @param asAgent whether only results that OpenTelemetry's agent supports are deferred
   * @return the result
   */
  public ResolvedResult read(ExecutableElement method, boolean lazy, boolean asAgent) {
    TypeMirror returned = method.getReturnType();
    if (returned.getKind() != TypeKind.DECLARED && returned.getKind() != TypeKind.TYPEVAR) {
      return ResolvedResult.of(new Result.Plain(returned.toString()));
    }
    for (Named named : adapters.named(method)) {
      String fault = fault(named, method);
      if (fault != null) {
        return ResolvedResult.of(invalid(named, returned, fault));
      }
      Optional<Found> found = adapters.find(named.type(), returned);
      if (found.isPresent()) {
        Found own = found.get();
        return deferred(
            returned,
            new Observed(
                own.result(), new Entry("", own.valueArgument(), -1, "", own.adapter(), "result")));
      }
    }
    return find(DeferredTypes.OBSERVED, returned)
        .filter(each -> !asAgent || each.entry().adapter().observation() != Observation.REPLACEMENT)
        .or(() -> lazy ? find(DeferredTypes.LAZY, returned) : Optional.empty())
        .map(each -> deferred(returned, each))
        .orElseGet(() -> ResolvedResult.of(notDeferred(method)));
  }

  private static Result invalid(Named named, TypeMirror returned, String fault) {
    return new Result.InvalidAdapter(
        returned.toString(), named.location(), named.type().getQualifiedName().toString(), fault);
  }

  private @Nullable String fault(Named named, ExecutableElement method) {
    if (!typeAccess.isNameable(named.type().asType(), MoreElements.getPackage(method))) {
      return "it is not visible from package " + MoreElements.getPackage(method).getQualifiedName();
    }
    if (!adapters.hasAdapters(named.type())) {
      return "it has no public static method with a result and a DeferredSpan or DeferredSpans as"
          + " parameters";
    }
    Optional<Found> found = adapters.find(named.type(), method.getReturnType());
    if (found.isPresent()) {
      return found.get().fault();
    }
    return named.holder().getKind() == ElementKind.METHOD
        ? "none of its methods observes a " + method.getReturnType()
        : null;
  }

  private ResolvedResult deferred(TypeMirror returned, Observed observed) {
    Entry entry = observed.entry();
    Result result =
        new Result.Deferred(
            returned.toString(),
            typeNames.withWildcards(observed.type()),
            entry.adapter(),
            entry.endsWith(),
            !types.isAssignable(types.erasure(returned), observed.type()),
            Optional.empty());
    TypeMirror value =
        entry.valueType().isEmpty()
            ? argument(returned, observed, entry.valueArgument())
            : queries.erasureOf(entry.valueType());
    boolean noSingleValue =
        value == null && (entry.valueArgument() < 0 || entry.adapter().replacesResult());
    return new ResolvedResult(
        result,
        value,
        argument(returned, observed, entry.elementArgument()),
        entry.isStream(),
        noSingleValue,
        null);
  }

  /**
   * Reads the result of an AI call, which may also be a stage that delivers a stream.
   *
   * @param method the method
   * @param lazy whether the result, or the stage's, is consumed lazily
   * @return the result
   */
  public ResolvedResult readOfAiCall(ExecutableElement method, boolean lazy) {
    ResolvedResult result = read(method, lazy, false);
    TypeMirror value = result.value();
    return value == null || !(result.result() instanceof Result.Deferred)
        ? result
        : find(DeferredTypes.OBSERVED, value)
            .or(() -> lazy ? find(DeferredTypes.LAZY, value) : Optional.empty())
            .filter(stream -> stream.entry().isStream())
            .map(
                stream ->
                    nestedStreams.read(
                        method.getReturnType(),
                        result,
                        stream.entry(),
                        argument(value, stream, stream.entry().elementArgument())))
            .orElse(result);
  }

  private @Nullable TypeMirror argument(TypeMirror returned, Observed observed, int position) {
    return position < 0 ? null : queries.argumentOf(returned, observed.type().toString(), position);
  }

  /** Only a result of exactly the type in the table can be replaced. */
  private Optional<Observed> find(List<Entry> table, TypeMirror returned) {
    Map<String, TypeMirror> supertypes = queries.supertypes(returned);
    for (Entry entry : table) {
      TypeMirror type = supertypes.get(entry.type());
      if (type != null
          && (!entry.adapter().replacesResult() || queries.isDeclaredAs(returned, entry.type()))) {
        return Optional.of(new Observed(types.erasure(type), entry));
      }
    }
    return Optional.empty();
  }

  private Result notDeferred(ExecutableElement method) {
    TypeMirror returned = method.getReturnType();
    if (isSuspending(method)) {
      return new Result.Unobserved("a suspending function", List.of());
    }
    Set<String> supertypes = queries.supertypes(returned).keySet();
    return isUnsupported(returned)
        ? new Result.Unobserved(
            returned.toString(),
            DeferredTypes.OBSERVED.stream().map(Entry::type).filter(supertypes::contains).toList())
        : new Result.Plain(returned.toString());
  }

  private boolean isSuspending(ExecutableElement method) {
    List<? extends VariableElement> parameters = method.getParameters();
    return !parameters.isEmpty()
        && queries.isDeclaredAs(parameters.get(parameters.size() - 1).asType(), CONTINUATION);
  }

  /**
   * Returns whether a result is deferred, but its type is not supported: a span would end when the
   * method returns.
   *
   * @param returned a return type
   * @return true for a type such as RxJava 2's {@code Observable}
   */
  public boolean isUnsupported(TypeMirror returned) {
    Set<String> supertypes = queries.supertypes(returned).keySet();
    return find(DeferredTypes.OBSERVED, returned).isEmpty()
        && (DeferredTypes.UNSUPPORTED.stream().anyMatch(supertypes::contains)
            || DeferredTypes.OBSERVED.stream().map(Entry::type).anyMatch(supertypes::contains));
  }
}
