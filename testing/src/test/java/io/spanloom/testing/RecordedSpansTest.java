package io.spanloom.testing;

import static io.opentelemetry.sdk.testing.assertj.OpenTelemetryAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.spanloom.Traced;
import io.spanloom.runtime.Spans;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

@RecordSpans
final class RecordedSpansTest {

  private final CompletableFuture<String> answer = new CompletableFuture<>();

  @BeforeEach
  void prepare(RecordedSpans spans) {
    Spans.withSpan("preparation", () -> {});
    assertThat(spans.ended()).hasSize(1);
    spans.clear();
  }

  @AfterEach
  void spansAreStillThere(RecordedSpans spans) {
    assertThat(spans.ended()).isNotNull();
  }

  @Test
  void aWovenTestClassMakesSpans(RecordedSpans spans) {
    outer();

    spans.assertTree("RecordedSpansTest.outer\n RecordedSpansTest.inner");
    assertThat(spans.only("RecordedSpansTest.inner"))
        .hasParent(spans.only("RecordedSpansTest.outer"));
  }

  @Test
  void theSpansOfOtherThreadsAreSeen(RecordedSpans spans) {
    assertTimeoutPreemptively(Duration.ofMinutes(1), this::inner);

    spans.assertTree("RecordedSpansTest.inner");
  }

  @Test
  void spansByHandNestWithWovenOnes(RecordedSpans spans) {
    Span span = spans.openTelemetry().getTracer("test").spanBuilder("by hand").startSpan();
    try (Scope scope = span.makeCurrent()) {
      assertThat(scope).isNotNull();
      inner();
    } finally {
      span.end();
    }

    spans.assertTree("by hand\n  RecordedSpansTest.inner");
  }

  @Test
  void aSpanThatEndsLaterIsWaitedFor(RecordedSpans spans) {
    ask();
    spans.assertTree("RecordedSpansTest.ask NOT ENDED");
    answerOnceThisThreadWaits();

    SpanData span = spans.await("RecordedSpansTest.ask");

    assertThat(span).hasEnded();
    spans.assertTree("RecordedSpansTest.ask");
  }

  @Test
  void allSpansAreWaitedFor(RecordedSpans spans) {
    ask();
    ask();
    answerOnceThisThreadWaits();

    spans.awaitAll();

    spans.assertTree("RecordedSpansTest.ask\nRecordedSpansTest.ask");
  }

  @Test
  void waitingHasALimit(RecordedSpans spans) {
    ask();

    assertThatThrownBy(() -> spans.await("RecordedSpansTest.ask", Duration.ofMillis(1)))
        .isInstanceOf(AssertionFailedError.class)
        .hasMessage(
            """
            No span named 'RecordedSpansTest.ask' has ended within 1 ms.
            The spans are:
            RecordedSpansTest.ask NOT ENDED
            It has started and is still running: await("RecordedSpansTest.ask") waits for its end.""");
  }

  @Test
  void anInterruptedThreadDoesNotWait(RecordedSpans spans) {
    ask();
    Thread.currentThread().interrupt();

    assertThatThrownBy(spans::awaitAll)
        .isInstanceOf(AssertionFailedError.class)
        .hasMessageContaining("RecordedSpansTest.ask NOT ENDED");
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void aSpanThatStartedBeforeTheSpansWereClearedIsForgotten(RecordedSpans spans) {
    ask();
    spans.clear();
    inner();
    answer.complete("yes");

    spans.assertTree("RecordedSpansTest.inner");
    assertThat(spans.ended())
        .extracting(SpanData::getName)
        .isEqualTo(List.of("RecordedSpansTest.inner"));
  }

  @Test
  void theOnlySpanOfANameMustBeTheOnlyOne(RecordedSpans spans) {
    inner();
    inner();

    assertThatThrownBy(() -> spans.only("RecordedSpansTest.inner"))
        .isInstanceOf(AssertionFailedError.class)
        .hasMessage(
            """
            2 spans are named 'RecordedSpansTest.inner', not one.
            The spans are:
            RecordedSpansTest.inner
            RecordedSpansTest.inner""");
  }

  @Test
  void outsideOfATestThereIsNothingToAsk() {
    assertThatThrownBy(RecordedSpans.create()::ended)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("No test is running.");
  }

  private void answerOnceThisThreadWaits() {
    Thread waiting = Thread.currentThread();
    CompletableFuture.runAsync(
        () -> {
          while (waiting.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
          }
          answer.complete("yes");
        });
  }

  @Traced
  private void outer() {
    inner();
  }

  @Traced
  private void inner() {}

  @Traced
  private CompletableFuture<String> ask() {
    return answer;
  }
}
