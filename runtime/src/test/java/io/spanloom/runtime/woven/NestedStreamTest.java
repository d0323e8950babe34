package io.spanloom.runtime.woven;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.spanloom.deferred.jdk.LazyResults;
import io.spanloom.deferred.jdk.StageResults;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Stages that deliver a stream. */
final class NestedStreamTest {

  private static final AttributeKey<Boolean> CANCELLED =
      AttributeKey.booleanKey("spanloom.cancelled");
  private static final AttributeKey<String> ERROR_TYPE = AttributeKey.stringKey("error.type");

  private final SpanSite site =
      SpanSite.of("chat", "shop.Ai.tell").aiCall(AiSettings.of("chat", "openai").streaming());
  private final InMemoryTracing tracing = InMemoryTracing.install();
  private final CompletableFuture<Iterator<String>> source = new CompletableFuture<>();
  private final Iterator<String> other = List.of("b").iterator();
  private Runnable duringDelivery = () -> {};

  @AfterEach
  void close() {
    tracing.close();
  }

  @SuppressWarnings("unchecked") // the traced future has the type of the original one
  private <T> CompletableFuture<T> trace(CompletableFuture<T> result) {
    site.start();
    return (CompletableFuture<T>)
        site.<CompletableFuture<?>>traceStream(
            result,
            StageResults::completableFuture,
            (stream, spans) -> {
              duringDelivery.run();
              return LazyResults.iterator((Iterator<?>) stream, spans);
            });
  }

  private SpanData span() {
    assertThat(tracing.spans()).hasSize(1);
    return tracing.spans().get(0);
  }

  @Test
  void endsWithDeliveredStream() {
    CompletableFuture<Iterator<String>> traced = trace(source);
    source.complete(List.of("a").iterator());
    Iterator<String> stream = traced.join();
    assertThat(stream.next()).isEqualTo("a");
    assertThat(tracing.spans()).isEmpty();
    assertThat(stream.hasNext()).isFalse();
    assertThat(span().getAttributes().get(ERROR_TYPE)).isNull();
  }

  @Test
  void failsAsOriginalFuture() {
    CompletableFuture<Iterator<String>> traced = trace(source);
    IllegalStateException error = new IllegalStateException();
    source.completeExceptionally(error);
    assertThatThrownBy(traced::join).isInstanceOf(CompletionException.class).hasCause(error);
    assertThatThrownBy(traced::get).isInstanceOf(ExecutionException.class).hasCause(error);
    assertThat(traced.handle((stream, failure) -> failure).join()).isSameAs(error);
    assertThat(span().getAttributes().get(ERROR_TYPE)).isEqualTo("java.lang.IllegalStateException");
  }

  @Test
  void cancelsOriginalFuture() {
    CompletableFuture<Iterator<String>> traced = trace(source);
    assertThat(traced.cancel(true)).isTrue();
    assertThat(source).isCancelled();
    assertThat(traced).isCancelled();
    assertThat(span().getAttributes().get(CANCELLED)).isTrue();
  }

  @Test
  void isCancelledWithOriginalFuture() {
    CompletableFuture<Iterator<String>> traced = trace(source);
    source.cancel(true);
    assertThat(traced).isCancelled();
    assertThatThrownBy(traced::join).isInstanceOf(CancellationException.class);
    assertThat(span().getAttributes().get(CANCELLED)).isTrue();
  }

  @Test
  void endsSpanIfProgramCompletesFuture() {
    CompletableFuture<Iterator<String>> traced = trace(source);
    assertThat(traced.complete(other)).isTrue();
    source.complete(List.of("a").iterator());
    assertThat(traced.join()).isSameAs(other);
    assertThat(span().getAttributes().get(ERROR_TYPE)).isNull();
  }

  @Test
  void completesOriginalFutureAsProgramDoes() {
    assertThat(trace(source).complete(other)).isTrue();
    assertThat(source).isCompletedWithValue(other);
    assertThat(span().getAttributes().get(ERROR_TYPE)).isNull();
  }

  @Test
  void failsOriginalFutureAsProgramDoes() {
    IllegalStateException error = new IllegalStateException();
    assertThat(trace(source).completeExceptionally(error)).isTrue();
    assertThat(source.handle((stream, failure) -> failure)).isCompletedWithValue(error);
    assertThat(span().getAttributes().get(ERROR_TYPE)).isEqualTo("java.lang.IllegalStateException");
  }

  @Test
  void endsSpanIfFutureTimesOut() throws Exception {
    trace(source).completeOnTimeout(other, 0, TimeUnit.NANOSECONDS);
    assertThat(source.get(1, TimeUnit.MINUTES)).isSameAs(other);
    assertThat(span().getAttributes().get(ERROR_TYPE)).isNull();
  }

  @Test
  void failsSpanIfFutureTimesOut() throws Exception {
    trace(source).orTimeout(0, TimeUnit.NANOSECONDS);
    assertThat(source.handle((stream, failure) -> failure).get(1, TimeUnit.MINUTES))
        .isInstanceOf(TimeoutException.class);
    assertThat(span().getAttributes().get(ERROR_TYPE))
        .isEqualTo("java.util.concurrent.TimeoutException");
  }

  @Test
  void endsSpanIfProgramCompletesFutureDuringDelivery() {
    CompletableFuture<Iterator<String>> traced = trace(source);
    duringDelivery = () -> assertThat(traced.complete(other)).isTrue();
    source.complete(List.of("a").iterator());
    assertThat(traced.join()).isSameAs(other);
    assertThat(span().getAttributes().get(ERROR_TYPE)).isNull();
  }

  @Test
  void failsSpanIfProgramFailsFutureDuringDelivery() {
    CompletableFuture<Iterator<String>> traced = trace(source);
    duringDelivery = () -> traced.completeExceptionally(new IllegalStateException());
    source.complete(List.of("a").iterator());
    assertThat(traced).isCompletedExceptionally();
    assertThat(span().getAttributes().get(ERROR_TYPE)).isEqualTo("java.lang.IllegalStateException");
  }

  @Test
  void continuesIfOriginalFutureRefusesCancellation() {
    CompletableFuture<Iterator<String>> refusing =
        new CompletableFuture<>() {
          @Override
          public boolean cancel(boolean mayInterruptIfRunning) {
            return false;
          }
        };
    CompletableFuture<Iterator<String>> traced = trace(refusing);
    assertThat(traced.cancel(true)).isFalse();
    assertThat(traced).isNotDone();
    refusing.complete(List.of("a").iterator());
    traced.join().forEachRemaining(chunk -> {});
    assertThat(span().getAttributes().get(CANCELLED)).isNull();
  }

  @Test
  void endsSpanWithoutStream() {
    CompletableFuture<Iterator<String>> traced = trace(source);
    source.complete(null);
    assertThat(traced.join()).isNull();
    assertThat(span().getAttributes().get(CANCELLED)).isNull();
    site.start();
    assertThat(
            site.<CompletableFuture<?>>traceStream(
                null, StageResults::completableFuture, (stream, spans) -> stream))
        .isNull();
    assertThat(tracing.spans()).hasSize(2);
  }

  @Test
  void keepsExecutorOfOriginalFuture() {
    Executor executor = Runnable::run;
    CompletableFuture<Iterator<String>> own =
        new CompletableFuture<>() {
          @Override
          public Executor defaultExecutor() {
            return executor;
          }
        };
    assertThat(trace(own).defaultExecutor()).isSameAs(executor);
  }

  @Test
  void tracesStageThatIsNoFuture() {
    site.start();
    CompletionStage<?> traced =
        site.<CompletionStage<?>>traceStream(
            source.minimalCompletionStage(),
            StageResults::completionStage,
            (stream, spans) -> LazyResults.iterator((Iterator<?>) stream, spans));
    source.complete(List.of("a").iterator());
    Iterator<?> stream = (Iterator<?>) requireNonNull(traced.toCompletableFuture().join());
    stream.forEachRemaining(chunk -> {});
    assertThat(span().getName()).isEqualTo("chat");
  }

  @Test
  void passesStreamOnThatCannotBeTraced() {
    Iterator<String> stream = List.of("a").iterator();
    site.start();
    CompletableFuture<?> traced =
        site.<CompletableFuture<?>>traceStream(
            source,
            StageResults::completableFuture,
            (untraced, spans) -> {
              throw new IllegalStateException();
            });
    source.complete(stream);
    assertThat((Object) traced.join()).isSameAs(stream);
    assertThat(span().getName()).isEqualTo("chat");
  }
}
