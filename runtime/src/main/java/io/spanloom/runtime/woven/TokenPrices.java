package io.spanloom.runtime.woven;

import io.spanloom.runtime.AiUsage;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The prices of a model's tokens in US dollars.
 *
 * @param input the price of input tokens, or null if the model has no price
 * @param output the price of output tokens, or null if the model has none, as for embeddings
 * @param cacheRead the price of tokens read from the cache, or null if it is that of input tokens
 * @param cacheCreation the price of tokens written to the cache, or null if it is that of input
 *     tokens
 */
record TokenPrices(
    @Nullable Tiers input,
    @Nullable Tiers output,
    @Nullable Tiers cacheRead,
    @Nullable Tiers cacheCreation) {

  /** A price in the table is per million tokens. */
  private static final int SCALE = 6;

  /** Prices and costs in these parts of a US dollar are whole numbers, with few exceptions. */
  private static final int UNIT_SCALE = 15;

  private static final double UNITS = 1e15;

  /** The sum of four smaller numbers is exact as a double. */
  private static final long MAX_UNITS = 1L << 51;

  /**
   * A price of one token that may be different for long requests.
   *
   * @param base the price in requests up to the threshold
   * @param threshold the number of input tokens above which a request is long
   * @param above the price in long requests
   * @param baseUnits the base price in units, or a negative number if it is no whole number
   * @param aboveUnits the price in long requests in units, likewise
   */
  record Tiers(BigDecimal base, long threshold, BigDecimal above, long baseUnits, long aboveUnits) {

    private static Tiers of(BigDecimal base, long threshold, BigDecimal above) {
      return new Tiers(base, threshold, above, units(base), units(above));
    }

    private static long units(BigDecimal price) {
      try {
        return price.movePointRight(UNIT_SCALE).longValueExact();
      } catch (ArithmeticException fraction) {
        return -1;
      }
    }

    /** Parses {@code 2} or {@code 2>200000:4}; returns null for an empty text. */
    static @Nullable Tiers parse(String text) {
      if (text.isEmpty()) {
        return null;
      }
      int tier = text.indexOf('>');
      int colon = text.indexOf(':', tier + 1);
      if (tier < 0) {
        BigDecimal price = price(text);
        return of(price, Long.MAX_VALUE, price);
      }
      if (colon < 0) {
        throw new NumberFormatException(text);
      }
      return of(
          price(text.substring(0, tier)),
          Long.parseLong(text.substring(tier + 1, colon)),
          price(text.substring(colon + 1)));
    }

    private static BigDecimal price(String text) {
      BigDecimal price = new BigDecimal(text);
      if (price.signum() < 0) {
        throw new NumberFormatException(text);
      }
      return price.movePointLeft(SCALE);
    }

    /** Returns the price of tokens in units, or a negative number if it is not exact as such. */
    long units(long tokens, long inputTokens) {
      long units = inputTokens > threshold ? aboveUnits : baseUnits;
      return units >= 0 && (double) units * tokens < MAX_UNITS ? units * tokens : -1;
    }

    BigDecimal at(long inputTokens) {
      return inputTokens > threshold ? above : base;
    }
  }

  /**
   * Returns the exact cost of a request.
   *
   * @return the cost in US dollars, or null if a price or a number of tokens is unknown, or the
   *     cached tokens are more than all input tokens
   */
  @Nullable BigDecimal cost(AiUsage usage) {
    Long inputTokens = usage.inputTokens();
    if (input == null || inputTokens == null) {
      return null;
    }
    long read = orZero(usage.cacheReadTokens());
    long created = orZero(usage.cacheCreationTokens());
    BigDecimal outputCost = outputCost(usage.outputTokens(), inputTokens);
    if (outputCost == null || read > inputTokens || created > inputTokens - read) {
      return null;
    }
    BigDecimal cost = product(input, inputTokens - read - created, inputTokens).add(outputCost);
    if (read > 0) {
      cost = cost.add(product(cacheRead == null ? input : cacheRead, read, inputTokens));
    }
    if (created > 0) {
      cost = cost.add(product(cacheCreation == null ? input : cacheCreation, created, inputTokens));
    }
    return cost;
  }

  /** Returns the double that is nearest to the cost, or null in the cases of {@link #cost}. */
  @Nullable Double dollars(AiUsage usage) {
    long units = units(usage);
    if (units >= 0) {
      return units / UNITS;
    }
    BigDecimal cost = cost(usage);
    return cost == null ? null : Double.valueOf(cost.doubleValue());
  }

  /** Returns the cost of an ordinary request in units, without objects; or a negative number. */
  private long units(AiUsage usage) {
    Long inputTokens = usage.inputTokens();
    Long outputTokens = usage.outputTokens();
    if (input == null || output == null || inputTokens == null || outputTokens == null) {
      return -1;
    }
    long read = orZero(usage.cacheReadTokens());
    long created = orZero(usage.cacheCreationTokens());
    if (read > inputTokens || created > inputTokens - read) {
      return -1;
    }
    long ordinary = input.units(inputTokens - read - created, inputTokens);
    long cached = (cacheRead == null ? input : cacheRead).units(read, inputTokens);
    long written = (cacheCreation == null ? input : cacheCreation).units(created, inputTokens);
    long produced = output.units(outputTokens, inputTokens);
    return (ordinary | cached | written | produced) < 0
        ? -1
        : ordinary + cached + written + produced;
  }

  /** A model without a price for output has no output, so that the number may be missing. */
  private @Nullable BigDecimal outputCost(@Nullable Long outputTokens, long inputTokens) {
    if (output == null) {
      return orZero(outputTokens) == 0 ? BigDecimal.ZERO : null;
    }
    return outputTokens == null ? null : product(output, outputTokens, inputTokens);
  }

  private static BigDecimal product(Tiers price, long tokens, long inputTokens) {
    return price.at(inputTokens).multiply(BigDecimal.valueOf(tokens));
  }

  private static long orZero(@Nullable Long tokens) {
    return tokens == null ? 0 : tokens;
  }
}
