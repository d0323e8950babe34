package io.spanloom.runtime.woven;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.spanloom.runtime.AiUsage;
import io.spanloom.support.InMemorySdk;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

final class AiStreamTest {

  private final AiResult result =
      new AiResult(
          SpanSite.of("chat", "shop.Ai.ask"), AiSettings.of("chat", "anthropic").streaming(), null);

  private AiStream stream() {
    return requireNonNull(result.summary().stream());
  }

  @Test
  void keepsLargestNumberOfEachKind() {
    result.inputTokens(10);
    result.separateCacheReadTokens(4);
    result.outputTokens(1);
    result.inputTokens(null);
    result.outputTokens(7);
    result.outputTokens(0);
    assertThat(result.summary().usage()).isEqualTo(new AiUsage(14L, 7L, 4L, null, null));
  }

  @Test
  void ignoresUsageOfZeroTokens() {
    result.inputTokens(0);
    result.outputTokens(0);
    result.totalTokens(0);
    assertThat(result.summary().usage()).isEqualTo(new AiUsage(null, null, null, null, null));
    assertThat(result.summary().totalTokens()).isNull();
    assertThat(result.summary().cost()).isNull();
  }

  @Test
  void hasNoCostAfterInvalidNumber() {
    result.model("claude-sonnet-4-5");
    result.inputTokens(-1);
    result.inputTokens(10);
    result.outputTokens(5);
    assertThat(result.summary().usage().inputTokens()).isEqualTo(10);
    assertThat(result.summary().cost()).isNull();
  }

  @Test
  void keepsFirstModelAndIdAndEachReasonOnce() {
    result.model("");
    result.model("first");
    result.model("second");
    result.id(null);
    result.id("1");
    result.id("2");
    result.finishReason("STOP");
    result.finishReason("stop");
    result.finishReason("length");
    AiSummary summary = result.summary();
    assertThat(summary.responseModel()).isEqualTo("first");
    assertThat(summary.id()).isEqualTo("1");
    assertThat(summary.finishReasons()).isEqualTo(List.of("stop", "length"));
  }

  @Test
  void countsToolCallsByTheirIds() {
    result.toolCall("a");
    result.toolCall("b");
    result.toolCall("a");
    result.toolCall("");
    result.toolCall(null);
    result.toolCalls(2);
    assertThat(result.summary().toolCalls()).isEqualTo(4);
  }

  @Test
  void measuresFirstChunkOnce() {
    assertThat(stream().firstNanos()).isNull();
    assertThat(stream().chunks()).isZero();

    result.chunk();
    AiStream first = stream();
    result.chunk();
    assertThat(stream().chunks()).isEqualTo(2);
    assertThat(stream().firstNanos()).isEqualTo(first.firstNanos()).isPositive();
    assertThat(stream().totalNanos()).isGreaterThanOrEqualTo(first.totalNanos());
    assertThat(requireNonNull(result.summary(3_600_000_000_000L).stream()).totalNanos())
        .isLessThan(first.totalNanos());
  }

  @Test
  void hasNoTimesIfResponseIsNoStream() {
    AiResult plain = new AiResult(result.site, AiSettings.of("chat", "openai"), null);
    plain.chunk();
    assertThat(plain.summary().stream()).isNull();
  }

  @Test
  void readsChunksOfSeveralThreads() throws Exception {
    int threads = 4;
    int chunks = 5_000;
    try (InMemorySdk sdk = new InMemorySdk()) {
      Span span = sdk.sdk().getTracer("test").spanBuilder("chat").startSpan();
      DeferredEnd<String> end =
          new DeferredEnd<>(result.site, null, span, result, null, new CountingAttributes());
      ExecutorService executor = Executors.newFixedThreadPool(threads);
      CyclicBarrier start = new CyclicBarrier(threads);
      List<Callable<Void>> tasks =
          Collections.nCopies(
              threads,
              () -> {
                start.await();
                for (int i = 0; i < chunks; i++) {
                  end.next("chunk");
                }
                return null;
              });
      for (Future<Void> task : executor.invokeAll(tasks)) {
        task.get();
      }
      executor.shutdown();
    }
    assertThat(stream().chunks()).isEqualTo(threads * chunks);
    assertThat(result.summary().toolCalls()).isEqualTo(threads * chunks);
  }

  private static final class CountingAttributes implements ResultAttributes<String> {

    @Override
    public void read(String chunk, RecordingSpan span) {}

    @Override
    public void readResponse(String chunk, AiResult ai) {
      ai.toolCalls(1);
    }
  }
}
