package io.spanloom.processor.read.type;

import static java.util.Objects.requireNonNull;

import io.spanloom.processor.model.DeferredAdapter;
import io.spanloom.processor.model.DeferredAdapter.Observation;
import io.spanloom.processor.model.Result;
import io.spanloom.processor.read.type.DeferredTypes.Entry;
import java.util.Optional;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import org.jspecify.annotations.Nullable;

/** Recognizes deferred results that deliver a stream, with which the span of an AI call ends. */
final class NestedStreams {

  private final TypeQueries queries;
  private final TypeNames typeNames;

  NestedStreams(TypeQueries queries, TypeNames typeNames) {
    this.queries = queries;
    this.typeNames = typeNames;
  }

  /**
   * Returns the result of a method, which delivers a stream.
   *
   * @param returned the method's result type
   * @param result the result without regard to the stream
   * @param stream the entry of the stream in the table of deferred results
   * @param element the type of the stream's chunks, or null if it is a raw type
   */
  ResolvedResult read(
      TypeMirror returned, ResolvedResult result, Entry stream, @Nullable TypeMirror element) {
    TypeMirror value = requireNonNull(result.value());
    return adapter(returned)
        .filter(each -> stream.adapter().observation() == Observation.REPLACEMENT)
        .map(
            adapter ->
                new ResolvedResult(
                    new Result.Deferred(
                        returned.toString(),
                        typeNames.withWildcards(returned),
                        adapter,
                        stream.endsWith(),
                        false,
                        Optional.of(
                            new Result.NestedStream(
                                typeNames.withWildcards(value), stream.adapter()))),
                    null,
                    element,
                    true,
                    true,
                    null))
        .orElseGet(() -> result.withUnobservedStream(value.toString()));
  }

  /**
   * Returns the adapter of a result of exactly a type in the table, with a stream of exactly a
   * type: the caller of a method with a type variable may expect a subtype.
   */
  private Optional<DeferredAdapter> adapter(TypeMirror returned) {
    return DeferredTypes.OF_STREAMS.entrySet().stream()
        .filter(
            each ->
                queries.isDeclaredAs(returned, each.getKey())
                    && deliversDeclaredType((DeclaredType) returned))
        .map(each -> each.getValue())
        .findFirst();
  }

  private static boolean deliversDeclaredType(DeclaredType returned) {
    TypeMirror value = returned.getTypeArguments().get(0);
    TypeMirror declared =
        value instanceof WildcardType wildcard ? wildcard.getExtendsBound() : value;
    return declared != null && declared.getKind() == TypeKind.DECLARED;
  }
}
