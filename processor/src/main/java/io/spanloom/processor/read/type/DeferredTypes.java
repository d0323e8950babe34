package io.spanloom.processor.read.type;

import com.squareup.javapoet.ClassName;
import io.spanloom.processor.model.DeferredAdapter;
import io.spanloom.processor.model.DeferredAdapter.Observation;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The table of deferred results, the only place in the processor that knows their types. */
public final class DeferredTypes {

  /** The module and the package of the adapters. */
  public static final String MODULE = "io.spanloom.deferred";

  /**
   * A type of deferred results.
   *
   * @param type the canonical name
   * @param valueArgument the position of the type argument that is the type of the value with which
   *     the result completes, from 0, or -1 if it has no value or several
   * @param elementArgument the position of the type argument that is the type of its values, or -1
   *     if it does not have several
   * @param valueType the type of the value of a stream whose chunks are not passed on, or an empty
   *     string
   * @param adapter observes the result at run time
   * @param endsWith the value of {@code endsWith} in a span description
   */
  record Entry(
      String type,
      int valueArgument,
      int elementArgument,
      String valueType,
      DeferredAdapter adapter,
      String endsWith) {

    /** Returns an entry whose adapter registers a callback. */
    static Entry callback(String type, int valueArgument, String adapter, String endsWith) {
      return new Entry(
          type, valueArgument, -1, "", adapter(Observation.CALLBACK, adapter), endsWith);
    }

    /** Returns an entry whose result is replaced and whose span starts with the call. */
    static Entry replacement(String type, String adapter, String endsWith) {
      return new Entry(type, -1, -1, "", adapter(Observation.REPLACEMENT, adapter), endsWith);
    }

    /** Returns an entry whose result is replaced and starts a span with each subscription. */
    static Entry subscription(String type, int valueArgument, String adapter, String endsWith) {
      return new Entry(
          type, valueArgument, -1, "", adapter(Observation.SUBSCRIPTION, adapter), endsWith);
    }

    /** Returns a copy for a result with several values, whose type is its only type argument. */
    Entry withElements() {
      return new Entry(type, valueArgument, 0, "", adapter, endsWith);
    }

    /** Returns a copy for a stream that ends with a value of a certain type. */
    Entry withValue(String value) {
      return new Entry(type, -1, -1, value, adapter, endsWith);
    }

    /** Returns whether the result arrives in chunks. */
    boolean isStream() {
      return elementArgument >= 0 || !valueType.isEmpty();
    }

    /** Returns the adapter of a method such as {@code reactor.ReactorResults.mono}. */
    private static DeferredAdapter adapter(Observation observation, String method) {
      int end = method.lastIndexOf('.');
      ClassName type = ClassName.bestGuess(MODULE + "." + method.substring(0, end));
      return new DeferredAdapter(observation, Optional.of(type), method.substring(end + 1));
    }
  }

  private static final String OPENAI = "com.openai.core.http.";
  private static final String ANTHROPIC = "com.anthropic.core.http.";
  private static final String RXJAVA = "io.reactivex.rxjava3.core.";
  private static final String RXJAVA_RESULTS = "rxjava3.RxJava3Results.";

  /** A subtype comes before its supertypes. */
  static final List<Entry> OBSERVED =
      List.of(
          new Entry(
              "java.util.concurrent.CompletionStage", 0, -1, "", DeferredAdapter.OF_STAGE, "stage"),
          Entry.callback("io.vertx.core.Future", 0, "vertx.VertxResults.future", "future"),
          Entry.callback(
              "com.google.common.util.concurrent.ListenableFuture",
              0,
              "guava.GuavaResults.listenableFuture",
              "future"),
          Entry.callback("java.util.concurrent.Future", 0, "jdk.FutureResults.future", "future"),
          Entry.callback(
              "kotlinx.coroutines.Deferred", 0, "kotlin.CoroutineResults.deferred", "deferred"),
          Entry.callback("kotlinx.coroutines.Job", -1, "kotlin.CoroutineResults.job", "job"),
          Entry.subscription(
                  "kotlinx.coroutines.flow.Flow", -1, "kotlin.CoroutineResults.flow", "flow")
              .withElements(),
          Entry.subscription(
              "reactor.core.publisher.Mono", 0, "reactor.ReactorResults.mono", "mono"),
          Entry.subscription(
                  "reactor.core.publisher.Flux", -1, "reactor.ReactorResults.flux", "flux")
              .withElements(),
          Entry.subscription(
              RXJAVA + "Completable", -1, RXJAVA_RESULTS + "completable", "completable"),
          Entry.subscription(RXJAVA + "Single", 0, RXJAVA_RESULTS + "single", "single"),
          Entry.subscription(RXJAVA + "Maybe", 0, RXJAVA_RESULTS + "maybe", "maybe"),
          Entry.subscription(RXJAVA + "Observable", -1, RXJAVA_RESULTS + "observable", "observable")
              .withElements(),
          Entry.subscription(RXJAVA + "Flowable", -1, RXJAVA_RESULTS + "flowable", "flowable")
              .withElements(),
          Entry.subscription("io.smallrye.mutiny.Uni", 0, "mutiny.MutinyResults.uni", "uni"),
          Entry.subscription("io.smallrye.mutiny.Multi", -1, "mutiny.MutinyResults.multi", "multi")
              .withElements(),
          Entry.subscription(
                  "org.reactivestreams.Publisher",
                  -1,
                  "reactivestreams.PublisherResults.publisher",
                  "publisher")
              .withElements(),
          Entry.subscription(
                  "java.util.concurrent.Flow.Publisher",
                  -1,
                  "flow.FlowResults.publisher",
                  "flow-publisher")
              .withElements(),
          Entry.replacement("java.util.stream.Stream", "jdk.StreamResults.stream", "stream")
              .withElements(),
          Entry.replacement(
                  OPENAI + "StreamResponse", "openai.OpenAiResults.streamResponse", "stream")
              .withElements(),
          Entry.replacement(
                  OPENAI + "AsyncStreamResponse",
                  "openai.OpenAiResults.asyncStreamResponse",
                  "stream")
              .withElements(),
          Entry.replacement(
                  ANTHROPIC + "StreamResponse",
                  "anthropic.AnthropicResults.streamResponse",
                  "stream")
              .withElements(),
          Entry.replacement(
                  ANTHROPIC + "AsyncStreamResponse",
                  "anthropic.AnthropicResults.asyncStreamResponse",
                  "stream")
              .withElements(),
          Entry.replacement(
                  "com.google.genai.ResponseStream",
                  "googlegenai.GoogleGenAiResults.responseStream",
                  "stream")
              .withElements(),
          Entry.subscription(
                  "dev.langchain4j.service.TokenStream",
                  -1,
                  "langchain4j.LangChain4jResults.tokenStream",
                  "stream")
              .withValue("dev.langchain4j.model.chat.response.ChatResponse"),
          Entry.replacement("java.util.stream.IntStream", "jdk.StreamResults.intStream", "stream"),
          Entry.replacement(
              "java.util.stream.LongStream", "jdk.StreamResults.longStream", "stream"),
          Entry.replacement(
              "java.util.stream.DoubleStream", "jdk.StreamResults.doubleStream", "stream"));

  /** The types of results that may deliver a stream, with the adapters that replace it. */
  static final Map<String, DeferredAdapter> OF_STREAMS =
      Map.of(
          "java.util.concurrent.CompletableFuture",
          Entry.adapter(Observation.NESTED_STREAM, "jdk.StageResults.completableFuture"),
          "java.util.concurrent.CompletionStage",
          Entry.adapter(Observation.NESTED_STREAM, "jdk.StageResults.completionStage"));

  /** Types that are observed if an annotation declares the result as consumed lazily. */
  static final List<Entry> LAZY =
      List.of(
          Entry.replacement("java.util.Iterator", "jdk.LazyResults.iterator", "iterator")
              .withElements(),
          Entry.subscription("java.lang.Iterable", -1, "jdk.LazyResults.iterable", "iterator")
              .withElements(),
          Entry.replacement("java.lang.AutoCloseable", "jdk.LazyResults.autoCloseable", "close"),
          Entry.replacement("java.io.Closeable", "jdk.LazyResults.closeable", "close"));

  /**
   * Further types of deferred results that frameworks or OpenTelemetry's agent support, but the
   * runtime does not.
   */
  static final List<String> UNSUPPORTED =
      List.of(
          "io.reactivex.rxjava3.core.CompletableSource",
          "io.reactivex.rxjava3.core.MaybeSource",
          "io.reactivex.rxjava3.core.ObservableSource",
          "io.reactivex.rxjava3.core.SingleSource",
          "io.reactivex.rxjava3.parallel.ParallelFlowable",
          "io.reactivex.CompletableSource",
          "io.reactivex.MaybeSource",
          "io.reactivex.ObservableSource",
          "io.reactivex.SingleSource",
          "java.util.stream.BaseStream");

  private DeferredTypes() {}
}
