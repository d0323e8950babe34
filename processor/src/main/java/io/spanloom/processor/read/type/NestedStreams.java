package io.spanloom.processor.read.type;

import static java.util.Objects.requireNonNull;

import io.spanloom.processor.model.DeferredAdapter;
import io.spanloom.processor.model.DeferredAdapter.Observation;
import io.spanloom.processor.model.Result;
import io.spanloom.processor.read.type.DeferredTypes.Entry;
import java.util.Optional;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Recognizes deferred results that deliver a stream, with which the span of an AI call ends. */
final class NestedStreams {

  private final Types types;
  private final TypeQueries queries;
  private final TypeNames typeNames;

  NestedStreams(Types types, TypeQueries queries, TypeNames typeNames) {
    this.types = types;
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

  /** Returns the adapter of results of exactly a type. */
  private Optional<DeferredAdapter> adapter(TypeMirror returned) {
    return DeferredTypes.OF_STREAMS.entrySet().stream()
        .filter(
            each -> {
              TypeMirror type = queries.erasureOf(each.getKey());
              return type != null && types.isSameType(types.erasure(returned), type);
            })
        .map(each -> each.getValue())
        .findFirst();
  }
}
