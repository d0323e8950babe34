package io.spanloom.runtime.woven;

import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.runtime.AiUsage;
import org.junit.jupiter.api.Test;

final class AiTokensTest {

  private static final AiUsage UNKNOWN = new AiUsage(null, null, null, null, null);

  private final AiResult result =
      new AiResult(SpanSite.of("chat", "shop.Ai.ask"), AiSettings.of("chat", "openai"), null);

  private AiUsage usage() {
    return result.summary().usage();
  }

  @Test
  void keepsPartsThatTheSumsInclude() {
    result.inputTokens(10);
    result.cacheReadTokens(4L);
    result.cacheCreationTokens(1);
    result.outputTokens(5);
    result.reasoningTokens(2);
    assertThat(usage()).isEqualTo(new AiUsage(10L, 5L, 4L, 1L, 2L));
    assertThat(result.summary().totalTokens()).isEqualTo(15);
  }

  @Test
  void addsSeparateParts() {
    result.inputTokens(10);
    result.moreInputTokens(3);
    result.separateCacheReadTokens(4);
    result.separateCacheCreationTokens(1);
    result.outputTokens(5);
    result.separateReasoningTokens(2);
    assertThat(usage()).isEqualTo(new AiUsage(18L, 7L, 4L, 1L, 2L));
  }

  @Test
  void laterNumbersReplaceEarlierOnes() {
    for (int chunk = 1; chunk <= 3; chunk++) {
      result.inputTokens(10);
      result.separateCacheReadTokens(4);
      result.outputTokens(chunk);
    }
    assertThat(usage()).isEqualTo(new AiUsage(14L, 3L, 4L, null, null));
  }

  @Test
  void omitsInvalidNumber() {
    result.inputTokens(-1);
    result.outputTokens(5);
    assertThat(usage()).isEqualTo(new AiUsage(null, 5L, null, null, null));
    assertThat(result.summary().cost()).isNull();
  }

  @Test
  void omitsAllNumbersIfPartOfSumIsInvalid() {
    result.inputTokens(10);
    result.separateCacheReadTokens(-1);
    result.totalTokens(11);
    assertThat(usage()).isEqualTo(UNKNOWN);
    assertThat(result.summary().totalTokens()).isNull();
  }

  @Test
  void usesReportedTotalIfSumIsUnknown() {
    result.inputTokens(10);
    result.totalTokens(12);
    assertThat(result.summary().totalTokens()).isEqualTo(12);
  }

  @Test
  void recordedUsageReplacesNumbersOfResponse() {
    result.inputTokens(10);
    result.totalTokens(12);
    result.separateCacheReadTokens(-1);
    result.record(AiUsage.of(1, 2));
    result.record(AiUsage.of(3, 4).withReasoning(1));
    result.model("gpt-4o");
    assertThat(usage()).isEqualTo(new AiUsage(4L, 6L, null, null, 1L));
    assertThat(result.summary().totalTokens()).isEqualTo(10);
    assertThat(result.summary().cost()).isEqualTo(0.00007);
  }

  @Test
  void pricesEachRecordedRequestByItsOwnTierAndModel() {
    AiResult gemini =
        new AiResult(SpanSite.of("chat", "shop.Ai.ask"), AiSettings.of("chat", "gcp.gemini"), null);
    gemini.recordModel("gemini-2.5-pro");
    gemini.record(AiUsage.of(150_000, 0));
    gemini.record(AiUsage.of(150_000, 0));

    assertThat(gemini.summary().usage().inputTokens()).isEqualTo(300_000);
    assertThat(gemini.summary().cost()).isEqualTo(0.375);
    gemini.recordModel("unknown");
    gemini.record(AiUsage.of(1, 1));
    assertThat(gemini.summary().cost()).isNull();
  }

  @Test
  void omitsNumberThatOneRecordedRequestLacks() {
    result.recordModel("gpt-4o");
    result.record(AiUsage.of(1000, -1));
    result.record(AiUsage.of(500, 20));

    assertThat(usage()).isEqualTo(new AiUsage(1500L, null, null, null, null));
    assertThat(result.summary().totalTokens()).isNull();
    assertThat(result.summary().cost()).isNull();
  }

  @Test
  void ignoresMissingValues() {
    result.model(null);
    result.model("");
    result.id(null);
    result.finishReason(null);
    result.toolCalls(null);
    result.toolCalls(-1);
    result.inputTokens(null);
    AiSummary summary = result.summary();
    assertThat(summary.responseModel()).isNull();
    assertThat(summary.id()).isNull();
    assertThat(summary.finishReasons()).isEmpty();
    assertThat(summary.toolCalls()).isZero();
    assertThat(summary.usage()).isEqualTo(UNKNOWN);
    assertThat(summary.cost()).isNull();
  }

  @Test
  void usageDiscardsOverflowingSum() {
    AiUsage huge = AiUsage.of(Long.MAX_VALUE, 1);
    assertThat(huge.plus(AiUsage.of(1, 1)).inputTokens()).isNull();
    assertThat(huge.totalTokens()).isNull();
  }
}
