package io.spanloom.runtime.woven;

import io.opentelemetry.api.trace.Span;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Takes what the answer of an AI call tells of itself onto the call's span; used by one thread.
 *
 * <p>Nothing here throws; a value that is null sets no attribute.
 */
public final class AiResult {

  private final Span span;
  private final @Nullable String provider;
  private @Nullable String pricedModel;

  AiResult(Span span, @Nullable String provider, @Nullable String requestModel) {
    this.span = span;
    this.provider = provider;
    this.pricedModel = requestModel;
  }

  /**
   * Sets {@code gen_ai.response.model}; the cost is then that of this model and not of the one that
   * was asked for.
   *
   * @param model the model that answered
   */
  public void model(@Nullable String model) {
    if (model != null && !model.isEmpty()) {
      span.setAttribute(AttributeKeys.AI_RESPONSE_MODEL, model);
      pricedModel = model;
    }
  }

  /**
   * Sets {@code gen_ai.response.id}.
   *
   * @param id the answer's id
   */
  public void id(@Nullable String id) {
    if (id != null) {
      span.setAttribute(AttributeKeys.AI_RESPONSE_ID, id);
    }
  }

  /**
   * Sets {@code gen_ai.response.finish_reasons}.
   *
   * @param reason why the answer ended, in any case of letters; {@code STOP} becomes {@code stop}
   */
  public void finishReason(@Nullable String reason) {
    if (reason != null) {
      span.setAttribute(AttributeKeys.AI_FINISH_REASONS, List.of(reason.toLowerCase(Locale.ROOT)));
    }
  }

  /**
   * Sets {@code gen_ai.usage.input_tokens}, {@code gen_ai.usage.output_tokens} and {@code
   * ai.usage.total_tokens}, and {@code ai.cost.estimated_usd} where the model's price is known.
   *
   * @param input tokens of the request, cached ones included
   * @param output tokens of the answer, reasoning included
   * @param total both, as the client says it
   */
  public void usage(@Nullable Integer input, @Nullable Integer output, @Nullable Integer total) {
    if (input != null) {
      span.setAttribute(AttributeKeys.AI_INPUT_TOKENS, input.longValue());
    }
    if (output != null) {
      span.setAttribute(AttributeKeys.AI_OUTPUT_TOKENS, output.longValue());
    }
    if (total != null) {
      span.setAttribute(AttributeKeys.AI_TOTAL_TOKENS, total.longValue());
    }
    if (input != null && output != null && provider != null && pricedModel != null) {
      Double cost = ModelPrices.shared().cost(provider, pricedModel, input, output);
      if (cost != null) {
        span.setAttribute(AttributeKeys.AI_COST, cost);
      }
    }
  }

  /**
   * Takes note that an accessor of the answer threw; what it would have told is missing.
   *
   * @param failure what it threw
   */
  public void unreadable(Throwable failure) {
    TracingFailures.swallow("reading the answer of an AI call", failure);
  }
}
