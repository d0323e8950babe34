package io.spanloom.runtime.woven;

import io.opentelemetry.context.Context;
import io.spanloom.runtime.AiUsage;
import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Gives {@link io.spanloom.runtime.Ai} access to the package-private classes of this package. Not
 * called by programs or by woven code. Safe for use by multiple threads.
 */
public final class AiControl {

  private AiControl() {}

  /**
   * Adds tokens to the running AI call. Never throws.
   *
   * @param usage the tokens
   */
  public static void recordUsage(AiUsage usage) {
    try {
      AiResult call = AiContext.of(Context.current());
      if (call != null) {
        call.record(usage);
      }
    } catch (Throwable failure) {
      TracingFailures.swallow("recording the usage of an AI call", failure);
    }
  }

  /**
   * Sets the model of the running AI call. Never throws.
   *
   * @param model the model's name
   */
  public static void recordModel(String model) {
    try {
      AiResult call = AiContext.of(Context.current());
      if (call != null) {
        call.recordModel(model);
      }
    } catch (Throwable failure) {
      TracingFailures.swallow("recording the model of an AI call", failure);
    }
  }

  /**
   * Returns whether the innermost AI call of a context records the tokens of the model, so that
   * spans of other libraries within the call must not repeat them. Never throws.
   *
   * @param context a context
   * @return true if generated code reads the tokens, or the program has recorded them
   */
  public static boolean recordsTokens(Context context) {
    try {
      AiResult call = AiContext.of(context);
      return call != null && call.recordsTokens();
    } catch (Throwable failure) {
      TracingFailures.swallow("looking for an AI call", failure);
      return false;
    }
  }

  /**
   * Estimates the cost of a request.
   *
   * @param provider the provider, or null for any
   * @param model the model's name
   * @param usage the tokens
   * @return the cost in US dollars, or null if it is unknown
   */
  public static @Nullable BigDecimal estimateCost(
      @Nullable String provider, String model, AiUsage usage) {
    TokenPrices found = PriceSettings.current().find(provider, model);
    return found == null ? null : found.cost(usage);
  }

  /**
   * Adds prices.
   *
   * @param table the table
   * @throws IOException if the table cannot be read
   */
  public static void addPrices(Reader table) throws IOException {
    PriceSettings.add(ModelPrices.read(table));
  }

  /**
   * Replaces all prices.
   *
   * @param table the table
   * @throws IOException if the table cannot be read
   */
  public static void replacePrices(Reader table) throws IOException {
    PriceSettings.replace(ModelPrices.read(table));
  }

  /** Restores the prices of the start. */
  public static void resetPrices() {
    PriceSettings.reset();
  }
}
