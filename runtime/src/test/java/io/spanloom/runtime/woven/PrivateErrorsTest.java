package io.spanloom.runtime.woven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import io.spanloom.deferred.jdk.FutureResults;
import io.spanloom.deferred.jdk.LazyResults;
import io.spanloom.runtime.Spans;
import io.spanloom.support.TestSampler;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The messages of exceptions of AI calls, on the spans around these calls. */
final class PrivateErrorsTest {

  private static final String SECRET = "a-secret";

  private static final TestSampler WITHOUT_ASK =
      (parent, traceId, name, kind, attributes, links) ->
          name.equals("ask") ? SamplingResult.drop() : SamplingResult.recordAndSample();

  private final SpanSite ask =
      SpanSite.of("ask", "shop.Ai.ask").aiCall(AiSettings.of("chat", "openai"));
  private final SpanSite order = SpanSite.of("order", "shop.Shop.order");
  private final IllegalStateException refused = new IllegalStateException(SECRET);

  @AfterEach
  void enable() {
    Spans.enable();
  }

  @Test
  void droppedCallRecordsNoMessageOnCaller() {
    try (InMemoryTracing tracing = InMemoryTracing.install(WITHOUT_ASK, true)) {
      order.start();
      ask.start();
      ask.fail(refused);
      order.fail(new IllegalArgumentException("wrapped", refused));

      assertOrderIsPrivate(tracing.spans());
    }
  }

  /** Installs an SDK, and prevents the spans of AI calls by the sampler or by a switch. */
  private static InMemoryTracing withoutAsk(boolean switchedOff) {
    InMemoryTracing tracing = InMemoryTracing.install(WITHOUT_ASK, true);
    if (switchedOff) {
      Spans.disable("shop.Ai");
    }
    return tracing;
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void stageOfCallWithoutSpanRecordsNoMessageOnCaller(boolean switchedOff) {
    try (InMemoryTracing tracing = withoutAsk(switchedOff)) {
      CompletableFuture<String> answer = new CompletableFuture<>();
      order.start();
      ask.start();
      ask.end(answer);
      answer.completeExceptionally(refused);
      order.fail(new CompletionException(refused));

      assertOrderIsPrivate(tracing.spans());
    }
  }

  /** A future notifies those that were added last first: the caller, and then the AI call. */
  @ParameterizedTest
  @CsvSource({"false, false", "false, true", "true, false", "true, true"})
  void callerThatEndsWithTheStageRecordsNoMessage(boolean switchedOff, boolean derived) {
    try (InMemoryTracing tracing = withoutAsk(switchedOff)) {
      CompletableFuture<String> answer = new CompletableFuture<>();
      order.start();
      ask.start();
      ask.end(answer);
      order.end(derived ? answer.thenApply(String::strip).thenApply(String::strip) : answer);
      answer.completeExceptionally(refused);

      assertOrderIsPrivate(tracing.spans());
    }
  }

  @Test
  void callerOfRecordedCallRecordsNoMessage() {
    try (InMemoryTracing tracing = InMemoryTracing.install()) {
      CompletableFuture<String> answer = new CompletableFuture<>();
      order.start();
      ask.start();
      ask.end(answer);
      order.end(answer);
      answer.completeExceptionally(refused);

      assertThat(tracing.spans()).hasSize(2);
      assertThat(tracing.spans())
          .allSatisfy(span -> assertThat(span + "" + span.getEvents()).doesNotContain(SECRET));
    }
  }

  @Test
  void forgetsFuturesThatNeverComplete() {
    try (InMemoryTracing tracing = withoutAsk(false)) {
      for (int i = 0; i < 100; i++) {
        ask.start();
        ask.end(new CompletableFuture<>());
      }
      long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
      while (!PrivateFutures.isEmpty() && System.nanoTime() < deadline) {
        System.gc();
        PrivateFutures.add(ask, CompletableFuture.completedFuture("removes the unreachable ones"));
      }
      assertThat(PrivateFutures.isEmpty()).isTrue();
      assertThat(tracing.spans()).isEmpty();
    }
  }

  @Test
  void callerRecordsMessagesOfItsOwnFailure() {
    try (InMemoryTracing tracing = withoutAsk(false)) {
      CompletableFuture<String> answer = new CompletableFuture<>();
      order.start();
      ask.start();
      ask.end(answer);
      order.end(answer.<String>thenCompose(text -> CompletableFuture.failedFuture(refused)));
      answer.complete("yes");

      assertThat(tracing.spans().get(0).getEvents().toString()).contains(SECRET);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void futureOfCallWithoutSpanRecordsNoMessageOnCaller(boolean switchedOff) {
    try (InMemoryTracing tracing = withoutAsk(switchedOff)) {
      order.start();
      ask.start();
      ask.<Future<String>, String>endWhen(
          CompletableFuture.failedFuture(refused), FutureResults::future);
      order.fail(refused);

      assertOrderIsPrivate(tracing.spans());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void streamOfCallWithoutSpanRecordsNoMessageOnCaller(boolean switchedOff) {
    try (InMemoryTracing tracing = withoutAsk(switchedOff)) {
      order.start();
      ask.start();
      Iterator<String> answer =
          ask.<Iterator<String>, String>trace(failing(), LazyResults::iterator);
      assertThatThrownBy(answer::next).isSameAs(refused);
      order.fail(refused);

      assertOrderIsPrivate(tracing.spans());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void subscriptionToCallWithoutSpanRecordsNoMessageOnCaller(boolean switchedOff) {
    try (InMemoryTracing tracing = withoutAsk(switchedOff)) {
      SpanSite lazy = ask.perSubscription();
      order.start();
      lazy.start();
      Iterable<String> answer =
          lazy.<Iterable<String>, String>trace(this::failing, LazyResults::iterable);
      assertThatThrownBy(answer.iterator()::next).isSameAs(refused);
      order.fail(refused);

      assertOrderIsPrivate(tracing.spans());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void handlerOfCallWithoutSpanRecordsNoMessageOnCaller(boolean switchedOff) {
    try (InMemoryTracing tracing = withoutAsk(switchedOff)) {
      order.start();
      ask.start();
      Iterator<String> handler =
          ask.<Iterator<String>, String>endWith(
              failing(), LazyResults::iterator, (value, span) -> {});
      assertThatThrownBy(handler::next).isSameAs(refused);
      ask.end();
      order.fail(refused);

      assertOrderIsPrivate(tracing.spans());
    }
  }

  private Iterator<String> failing() {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return true;
      }

      @Override
      public String next() {
        throw refused;
      }
    };
  }

  @Test
  void keepsResultOfCallThatRecordsMessages() {
    SpanSite open =
        SpanSite.of("ask", "shop.Ai.ask")
            .aiCall(AiSettings.of("chat", "openai").withExceptionMessages());
    try (InMemoryTracing tracing = withoutAsk(false)) {
      Iterator<String> answer = failing();
      order.start();
      open.start();
      assertThat(open.<Iterator<String>, String>trace(answer, LazyResults::iterator))
          .isSameAs(answer);
      order.end();
      assertThat(tracing.spans()).hasSize(1);
    }
  }

  private static void assertOrderIsPrivate(List<SpanData> spans) {
    assertThat(spans).hasSize(1);
    SpanData order = spans.get(0);
    assertThat(order.getName()).isEqualTo("order");
    assertThat(order.getEvents()).hasSize(1);
    assertThat(order.toString() + order.getEvents()).doesNotContain(SECRET);
  }
}
