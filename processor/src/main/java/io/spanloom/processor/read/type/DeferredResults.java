package io.spanloom.processor.read.type;

import com.squareup.javapoet.ClassName;
import io.spanloom.processor.model.DeferredAdapter;
import io.spanloom.processor.model.DeferredAdapter.Observation;
import io.spanloom.processor.model.Result;
import java.util.List;
import java.util.Optional;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * Recognizes deferred results. The table below is the only place in the processor that knows their
 * types.
 */
public final class DeferredResults {

  /**
   * A type of deferred results.
   *
   * @param type the canonical name
   * @param valueArgument the position of the type argument that is the type of the value with which
   *     the result completes, from 0, or -1 if it has no value or several
   * @param adapter observes the result at run time
   * @param endsWith the value of {@code endsWith} in a span description
   */
  private record Entry(String type, int valueArgument, DeferredAdapter adapter, String endsWith) {

    static Entry callback(String type, String adapter) {
      return new Entry(type, 0, adapter(Observation.CALLBACK, adapter), "future");
    }

    static Entry subscription(String type, int valueArgument, String adapter, String endsWith) {
      return new Entry(type, valueArgument, adapter(Observation.SUBSCRIPTION, adapter), endsWith);
    }

    /** Returns the adapter of a method such as {@code reactor.ReactorResults.mono}. */
    private static DeferredAdapter adapter(Observation observation, String method) {
      int end = method.lastIndexOf('.');
      ClassName type = ClassName.bestGuess(ADAPTERS + method.substring(0, end));
      return new DeferredAdapter(observation, Optional.of(type), method.substring(end + 1));
    }
  }

  private static final String ADAPTERS = "io.spanloom.deferred.";
  private static final String RXJAVA = "io.reactivex.rxjava3.core.";
  private static final String RXJAVA_RESULTS = "rxjava3.RxJava3Results.";

  private static final List<Entry> TABLE =
      List.of(
          new Entry("java.util.concurrent.CompletionStage", 0, DeferredAdapter.OF_STAGE, "stage"),
          Entry.subscription(
              "reactor.core.publisher.Mono", 0, "reactor.ReactorResults.mono", "mono"),
          Entry.subscription(
              RXJAVA + "Completable", -1, RXJAVA_RESULTS + "completable", "completable"),
          Entry.subscription(RXJAVA + "Single", 0, RXJAVA_RESULTS + "single", "single"),
          Entry.subscription(RXJAVA + "Maybe", 0, RXJAVA_RESULTS + "maybe", "maybe"),
          Entry.subscription(
              RXJAVA + "Observable", -1, RXJAVA_RESULTS + "observable", "observable"),
          Entry.subscription(RXJAVA + "Flowable", -1, RXJAVA_RESULTS + "flowable", "flowable"),
          Entry.subscription("io.smallrye.mutiny.Uni", 0, "mutiny.MutinyResults.uni", "uni"),
          Entry.subscription("io.smallrye.mutiny.Multi", -1, "mutiny.MutinyResults.multi", "multi"),
          Entry.callback("io.vertx.core.Future", "vertx.VertxResults.future"),
          Entry.callback(
              "com.google.common.util.concurrent.ListenableFuture",
              "guava.GuavaResults.listenableFuture"),
          // After all futures that have callbacks.
          Entry.callback("java.util.concurrent.Future", "jdk.FutureResults.future"));

  /**
   * The types of deferred results that frameworks and OpenTelemetry's agent support, but the
   * runtime does not. Reactor's, RxJava's and Mutiny's other types are publishers.
   */
  private static final List<String> UNSUPPORTED =
      List.of(
          "org.reactivestreams.Publisher",
          "java.util.concurrent.Flow.Publisher",
          "io.smallrye.mutiny.Uni",
          "io.reactivex.rxjava3.core.CompletableSource",
          "io.reactivex.rxjava3.core.MaybeSource",
          "io.reactivex.rxjava3.core.ObservableSource",
          "io.reactivex.rxjava3.core.SingleSource",
          "io.reactivex.rxjava3.parallel.ParallelFlowable",
          "io.reactivex.CompletableSource",
          "io.reactivex.MaybeSource",
          "io.reactivex.ObservableSource",
          "io.reactivex.SingleSource",
          "kotlinx.coroutines.flow.Flow");

  private final Types types;
  private final TypeQueries queries;
  private final TypeNames typeNames;

  /**
   * Creates an instance for a compilation.
   *
   * @param types the compilation's types
   * @param queries looks up the types of the table
   * @param typeNames converts types to names
   */
  public DeferredResults(Types types, TypeQueries queries, TypeNames typeNames) {
    this.types = types;
    this.queries = queries;
    this.typeNames = typeNames;
  }

  /**
   * Reads a return type.
   *
   * @param returned the return type
   * @return the deferred result, or empty for any other type
   */
  public Optional<Result> read(TypeMirror returned) {
    for (Entry entry : TABLE) {
      TypeMirror type = queries.erasureOf(entry.type());
      if (type != null && isSupported(returned, type, entry)) {
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
  private boolean isSupported(TypeMirror returned, TypeMirror type, Entry entry) {
    return entry.adapter().replacesResult()
        ? returned.getKind() == TypeKind.DECLARED && types.isSameType(types.erasure(returned), type)
        : types.isAssignable(returned, type);
  }

  /**
   * Returns whether a result is deferred, but its type is not supported: a span would end when the
   * method returns.
   *
   * @param returned a return type
   * @return true for a type such as Reactor's {@code Mono}
   */
  public boolean isUnsupported(TypeMirror returned) {
    return read(returned).isEmpty()
        && UNSUPPORTED.stream()
            .map(queries::erasureOf)
            .anyMatch(type -> type != null && types.isAssignable(types.erasure(returned), type));
  }

  /**
   * Returns the type of the value with which a deferred result completes.
   *
   * @param returned a return type
   * @return the value's type, or null if the type is not deferred, or a raw one
   */
  public @Nullable TypeMirror valueType(TypeMirror returned) {
    for (Entry entry : TABLE) {
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
}
