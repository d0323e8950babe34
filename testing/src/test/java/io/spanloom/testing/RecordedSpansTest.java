package io.spanloom.testing;

import static io.opentelemetry.sdk.testing.assertj.OpenTelemetryAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
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

  private final CompletableFuture<String> result = new CompletableFuture<>();

  @BeforeEach
  void setUp(RecordedSpans spans) {
    Spans.withSpan("set-up", () -> {});
    assertThat(spans.ended()).hasSize(1);
    spans.clear();
  }

  @AfterEach
  void keepsSpansUntilAfterEach(RecordedSpans spans) {
    assertThat(spans.ended()).isNotNull();
  }

  @Test
  void recordsSpansOfWovenTestClass(RecordedSpans spans) {
    outer();

    spans.assertTree("RecordedSpansTest.outer\n RecordedSpansTest.inner");
    assertThat(spans.only("RecordedSpansTest.inner"))
        .hasParent(spans.only("RecordedSpansTest.outer"));
  }

  @Test
  void recordsSpansOfFrameworkAroundWovenSpans(RecordedSpans spans) {
    try (OpenTelemetrySdk framework = sdkOfFramework()) {
      Span request = framework.getTracer("framework").spanBuilder("GET /orders").startSpan();
      try (Scope scope = request.makeCurrent()) {
        assertThat(scope).isNotNull();
        inner();
      } finally {
        request.end();
      }
    }

    spans.assertTree("GET /orders\n RecordedSpansTest.inner");
  }

  private static OpenTelemetrySdk sdkOfFramework() {
    return OpenTelemetrySdk.builder()
        .setTracerProvider(
            SdkTracerProvider.builder().addSpanProcessor(RecordedSpans.processor()).build())
        .build();
  }

  @Test
  void recordsSpansOfOtherThreads(RecordedSpans spans) {
    assertTimeoutPreemptively(Duration.ofMinutes(1), this::inner);

    spans.assertTree("RecordedSpansTest.inner");
  }

  @Test
  void nestsManualAndWovenSpans(RecordedSpans spans) {
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
  void awaitsSpanThatEndsLater(RecordedSpans spans) {
    ask();
    spans.assertTree("RecordedSpansTest.ask NOT ENDED");
    completeOnceThisThreadWaits();

    SpanData span = spans.await("RecordedSpansTest.ask");

    assertThat(span).hasEnded();
    spans.assertTree("RecordedSpansTest.ask");
  }

  @Test
  void awaitsAllSpans(RecordedSpans spans) {
    ask();
    ask();
    completeOnceThisThreadWaits();

    spans.awaitAll();

    spans.assertTree("RecordedSpansTest.ask\nRecordedSpansTest.ask");
  }

  @Test
  void failsWhenTimeoutElapses(RecordedSpans spans) {
    ask();

    assertThatThrownBy(() -> spans.await("RecordedSpansTest.ask", Duration.ofMillis(1)))
        .isInstanceOf(AssertionFailedError.class)
        .hasMessage(
            """
            No span named 'RecordedSpansTest.ask' ended within 1 ms.
            Recorded spans:
            RecordedSpansTest.ask NOT ENDED
            It is still running. To wait for it, call await("RecordedSpansTest.ask").""");
  }

  @Test
  void failsWhenInterrupted(RecordedSpans spans) {
    ask();
    Thread.currentThread().interrupt();

    assertThatThrownBy(spans::awaitAll)
        .isInstanceOf(AssertionFailedError.class)
        .hasMessageContaining("RecordedSpansTest.ask NOT ENDED");
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void clearDiscardsRunningSpans(RecordedSpans spans) {
    ask();
    spans.clear();
    inner();
    result.complete("yes");

    spans.assertTree("RecordedSpansTest.inner");
    assertThat(spans.ended())
        .extracting(SpanData::getName)
        .isEqualTo(List.of("RecordedSpansTest.inner"));
  }

  @Test
  void onlyRejectsSecondSpanWithSameName(RecordedSpans spans) {
    inner();
    inner();

    assertThatThrownBy(() -> spans.only("RecordedSpansTest.inner"))
        .isInstanceOf(AssertionFailedError.class)
        .hasMessage(
            """
            2 spans are named 'RecordedSpansTest.inner', expected one.
            Recorded spans:
            RecordedSpansTest.inner
            RecordedSpansTest.inner""");
  }

  @Test
  void failsOutsideOfTest() {
    assertThatThrownBy(RecordedSpans.create()::ended)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("No test is running.");
  }

  private void completeOnceThisThreadWaits() {
    Thread waiting = Thread.currentThread();
    CompletableFuture.runAsync(
        () -> {
          while (waiting.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
          }
          result.complete("yes");
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
    return result;
  }
}
