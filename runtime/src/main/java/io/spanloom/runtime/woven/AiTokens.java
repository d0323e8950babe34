package io.spanloom.runtime.woven;

import io.spanloom.runtime.AiUsage;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of tokens as a client reports them. Providers differ in what they include: {@link
 * #usage} returns the numbers with the meaning that the semantic conventions define. A later number
 * replaces an earlier one of its kind, because streams report running totals. Not thread-safe.
 */
final class AiTokens {

  /** More tokens than any request has: such a number is as invalid as a negative one. */
  private static final long MAX = 1L << 48;

  @Nullable Long input;
  @Nullable Long moreInput;
  @Nullable Long output;
  @Nullable Long total;
  @Nullable Long cacheRead;
  @Nullable Long separateCacheRead;
  @Nullable Long cacheCreation;
  @Nullable Long separateCacheCreation;
  @Nullable Long reasoning;
  @Nullable Long separateReasoning;

  /** True if a number is invalid or unreadable, so that the cost is unknown. */
  boolean incomplete;

  /** True if a number that belongs to a sum is invalid or unreadable, so that no sum is known. */
  private boolean discarded;

  /** Returns a number of tokens, or null if there is none or it is invalid. */
  @Nullable Long read(@Nullable Number tokens) {
    if (tokens == null) {
      return null;
    }
    long value = tokens.longValue();
    if (value < 0 || value > MAX) {
      incomplete = true;
      return null;
    }
    return value;
  }

  /** Returns a number that belongs to a sum, or null if there is none or it is invalid. */
  @Nullable Long readPart(@Nullable Number tokens) {
    Long value = read(tokens);
    if (tokens != null && value == null) {
      discard();
    }
    return value;
  }

  /** Discards all numbers, because one that belongs to a sum is unknown. */
  void discard() {
    incomplete = true;
    discarded = true;
  }

  /**
   * Returns the numbers: the input includes cached tokens, and the output includes reasoning
   * tokens.
   */
  AiUsage usage() {
    if (discarded) {
      return new AiUsage(null, null, null, null, null);
    }
    return new AiUsage(
        sum(input, moreInput, separateCacheRead, separateCacheCreation),
        sum(output, separateReasoning, null, null),
        separateCacheRead == null ? cacheRead : separateCacheRead,
        separateCacheCreation == null ? cacheCreation : separateCacheCreation,
        separateReasoning == null ? reasoning : separateReasoning);
  }

  /** Returns the total that the client reports, for a response that reports nothing else. */
  @Nullable Long reportedTotal() {
    return discarded ? null : total;
  }

  private static @Nullable Long sum(
      @Nullable Long base, @Nullable Long one, @Nullable Long two, @Nullable Long three) {
    return base == null || (one == null && two == null && three == null)
        ? base
        : Long.valueOf(base + orZero(one) + orZero(two) + orZero(three));
  }

  private static long orZero(@Nullable Long tokens) {
    return tokens == null ? 0 : tokens;
  }
}
