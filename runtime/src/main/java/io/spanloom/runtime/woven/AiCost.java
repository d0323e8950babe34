package io.spanloom.runtime.woven;

import io.spanloom.runtime.AiUsage;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Estimates the cost of an AI call when it ends. */
final class AiCost {

  private AiCost() {}

  /**
   * Returns the cost in US dollars, or null if it is unknown.
   *
   * @param provider the provider, or null if it is unknown
   * @param model the model to price, or null if it is unknown
   * @param usage the numbers of tokens of the call
   * @param tokens the numbers that were read
   * @param recorded the usages that the program recorded, which take precedence
   */
  static @Nullable Double of(
      @Nullable String provider,
      @Nullable String model,
      AiUsage usage,
      AiTokens tokens,
      RecordedUsages recorded) {
    ModelPrices prices = PriceSettings.current();
    if (!recorded.isEmpty()) {
      BigDecimal cost = recorded.cost(name -> prices.find(provider, name), model);
      return cost == null ? null : Double.valueOf(cost.doubleValue());
    }
    TokenPrices found = model == null || tokens.incomplete ? null : prices.find(provider, model);
    return found == null ? null : found.dollars(usage);
  }
}
