package io.spanloom.runtime;

import io.spanloom.runtime.woven.AiControl;
import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Supplements the spans of {@code @AICall} from inside the traced method, and estimates costs. Safe
 * for use by multiple threads.
 */
public final class Ai {

  private Ai() {}

  /**
   * Adds the tokens of a request to the AI call that is running: the innermost one of the current
   * context, which may belong to another thread. The sum replaces the usage that generated code
   * reads from the method's result. Ignored if no AI call is running. Never throws.
   *
   * @param usage the tokens of one request
   */
  public static void recordUsage(AiUsage usage) {
    AiControl.recordUsage(usage);
  }

  /**
   * Adds the tokens of a request, as {@link #recordUsage(AiUsage)} does.
   *
   * @param inputTokens the input tokens, including cached ones
   * @param outputTokens the output tokens, including reasoning tokens
   */
  public static void recordUsage(long inputTokens, long outputTokens) {
    recordUsage(AiUsage.of(inputTokens, outputTokens));
  }

  /**
   * Sets the model that responded to the AI call that is running. It replaces the model that
   * generated code reads from the method's result. Ignored if no AI call is running. Never throws.
   *
   * @param model the model's name
   */
  public static void recordModel(String model) {
    AiControl.recordModel(model);
  }

  /**
   * Estimates the cost of a request, for a model that has the same price with all providers that
   * the price table lists it for.
   *
   * @param model the model's name
   * @param usage the tokens
   * @return the exact product of tokens and prices in US dollars, or null if the model's price or
   *     the usage is unknown, or the price depends on the provider
   */
  public static @Nullable BigDecimal estimateCost(String model, AiUsage usage) {
    return AiControl.estimateCost(null, model, usage);
  }

  /**
   * Estimates the cost of a request.
   *
   * @param provider the provider as in {@code gen_ai.provider.name}, such as {@code openai}
   * @param model the model's name
   * @param usage the tokens
   * @return the exact product of tokens and prices in US dollars, or null if the model's price or
   *     the usage is unknown
   */
  public static @Nullable BigDecimal estimateCost(String provider, String model, AiUsage usage) {
    return AiControl.estimateCost(provider, model, usage);
  }

  /**
   * Adds prices. They take precedence over those in effect, and apply to calls that end from now
   * on.
   *
   * @param table lines in the format of the file {@code spanloom.ai.prices}
   * @throws IOException if the table cannot be read
   * @throws IllegalArgumentException if a line is invalid; the prices then stay as they are
   */
  public static void addPrices(Reader table) throws IOException {
    AiControl.addPrices(table);
  }

  /**
   * Replaces all prices, including the bundled ones.
   *
   * @param table lines in the format of the file {@code spanloom.ai.prices}
   * @throws IOException if the table cannot be read
   * @throws IllegalArgumentException if a line is invalid; the prices then stay as they are
   */
  public static void replacePrices(Reader table) throws IOException {
    AiControl.replacePrices(table);
  }

  /** Restores the prices of the start: the bundled ones, and those of the configured file. */
  public static void resetPrices() {
    AiControl.resetPrices();
  }
}
