package io.spanloom.runtime;

import org.jspecify.annotations.Nullable;

/**
 * The numbers of tokens that calls of an AI model used. Null means unknown, as does a negative
 * number, which the constructor replaces by null. Immutable.
 *
 * @param inputTokens the tokens of the request, including those that were read from or written to
 *     the provider's cache
 * @param outputTokens the tokens of the response, including reasoning tokens
 * @param cacheReadTokens the input tokens that were read from the provider's cache
 * @param cacheCreationTokens the input tokens that were written to the provider's cache
 * @param reasoningTokens the output tokens that the model used to reason
 */
public record AiUsage(
    @Nullable Long inputTokens,
    @Nullable Long outputTokens,
    @Nullable Long cacheReadTokens,
    @Nullable Long cacheCreationTokens,
    @Nullable Long reasoningTokens) {

  /**
   * Creates a usage.
   *
   * @param inputTokens the input tokens, or null
   * @param outputTokens the output tokens, or null
   * @param cacheReadTokens the tokens read from the cache, or null
   * @param cacheCreationTokens the tokens written to the cache, or null
   * @param reasoningTokens the reasoning tokens, or null
   */
  public AiUsage {
    inputTokens = valid(inputTokens);
    outputTokens = valid(outputTokens);
    cacheReadTokens = valid(cacheReadTokens);
    cacheCreationTokens = valid(cacheCreationTokens);
    reasoningTokens = valid(reasoningTokens);
  }

  /**
   * Returns a usage without cached or reasoning tokens.
   *
   * @param inputTokens the input tokens
   * @param outputTokens the output tokens
   * @return the usage
   */
  public static AiUsage of(long inputTokens, long outputTokens) {
    return new AiUsage(inputTokens, outputTokens, null, null, null);
  }

  /**
   * Returns a copy with cached input tokens.
   *
   * @param read the tokens read from the cache, a part of the input tokens
   * @param created the tokens written to the cache, a part of the input tokens
   * @return the copy
   */
  public AiUsage withCache(long read, long created) {
    return new AiUsage(inputTokens, outputTokens, read, created, reasoningTokens);
  }

  /**
   * Returns a copy with reasoning tokens.
   *
   * @param tokens the reasoning tokens, a part of the output tokens
   * @return the copy
   */
  public AiUsage withReasoning(long tokens) {
    return new AiUsage(inputTokens, outputTokens, cacheReadTokens, cacheCreationTokens, tokens);
  }

  /**
   * Returns the sum of two usages. A number that only one of them has is that of the sum.
   *
   * @param other the other usage
   * @return the sum
   */
  public AiUsage plus(AiUsage other) {
    return new AiUsage(
        sum(inputTokens, other.inputTokens),
        sum(outputTokens, other.outputTokens),
        sum(cacheReadTokens, other.cacheReadTokens),
        sum(cacheCreationTokens, other.cacheCreationTokens),
        sum(reasoningTokens, other.reasoningTokens));
  }

  /**
   * Returns the sum of input and output tokens.
   *
   * @return the sum, or null if either is unknown
   */
  public @Nullable Long totalTokens() {
    return inputTokens == null || outputTokens == null ? null : sum(inputTokens, outputTokens);
  }

  private static @Nullable Long valid(@Nullable Long tokens) {
    return tokens == null || tokens < 0 ? null : tokens;
  }

  /** Adds two numbers; the constructor discards a sum that overflows, because it is negative. */
  private static @Nullable Long sum(@Nullable Long one, @Nullable Long other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return valid(one + other);
  }
}
