package io.spanloom.runtime.woven;

import io.spanloom.runtime.AiUsage;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of tokens as a client reports them. Providers differ in what they include: {@link
 * #usage} returns the numbers with the meaning that the semantic conventions define. A larger
 * number replaces a smaller one of its kind, because streams report running totals. Not
 * thread-safe.
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

  /** True if a number is invalid, unreadable or has another price, so that the cost is unknown. */
  boolean incomplete;

  /** True if a number that belongs to a sum is invalid or unreadable, so that no sum is known. */
  private boolean discarded;

  private final boolean streamed;

  /**
   * Creates an instance without numbers.
   *
   * @param streamed whether the response is a stream
   */
  AiTokens(boolean streamed) {
    this.streamed = streamed;
  }

  /** Returns a number of tokens, or the known one if there is none, or null if it is invalid. */
  @Nullable Long read(@Nullable Long known, @Nullable Number tokens) {
    if (tokens == null) {
      return known;
    }
    long value = tokens.longValue();
    if (value < 0 || value > MAX) {
      incomplete = true;
      return null;
    }
    return known == null ? value : Math.max(known, value);
  }

  /** Notes that a response has no usage; another chunk of a stream may have it. */
  void missing() {
    if (!streamed) {
      discard();
    }
  }

  /** Returns a number that belongs to a sum, as {@link #read} does. */
  @Nullable Long readPart(@Nullable Long known, @Nullable Number tokens) {
    Long value = read(known, tokens);
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
    if (isUnknown()) {
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
    return isUnknown() ? null : total;
  }

  private static @Nullable Long sum(
      @Nullable Long base, @Nullable Long one, @Nullable Long two, @Nullable Long three) {
    return base == null || (one == null && two == null && three == null)
        ? base
        : Long.valueOf(base + orZero(one) + orZero(two) + orZero(three));
  }

  /** A client may fill chunks without usage with zeros. */
  private boolean isUnknown() {
    return discarded || (streamed && orZero(input) == 0 && orZero(output) == 0);
  }

  private static long orZero(@Nullable Long tokens) {
    return tokens == null ? 0 : tokens;
  }
}
