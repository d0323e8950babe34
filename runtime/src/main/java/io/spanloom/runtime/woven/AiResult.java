package io.spanloom.runtime.woven;

import io.opentelemetry.api.trace.Span;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Writes the attributes of an AI call's response to the call's span. Used by one thread.
 *
 * <p>Values that are null set no attribute.
 */
public final class AiResult {

  private final Span span;
  private final @Nullable String provider;
  private @Nullable String pricedModel;

  private AiResult(Span span, @Nullable String provider, @Nullable String requestModel) {
    this.span = span;
    this.provider = provider;
    this.pricedModel = requestModel;
  }

  /** Returns a writer to the span of the site's running call, or null if no span is recording. */
  static @Nullable AiResult ofRunningCall(SpanSite site, SpanSettings settings) {
    try {
      Span span = site.recordingSpan();
      return span == null
          ? null
          : new AiResult(
              span,
              settings.constant(AttributeKeys.AI_PROVIDER),
              settings.constant(AttributeKeys.AI_REQUEST_MODEL));
    } catch (Throwable failure) {
      TracingFailures.swallow("reading the response of an AI call", failure);
      return null;
    }
  }

  /**
   * Sets {@code gen_ai.response.model}. The cost is calculated for this model instead of the
   * requested one.
   *
   * @param model the model that responded
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
   * @param id the response's ID
   */
  public void id(@Nullable String id) {
    if (id != null) {
      span.setAttribute(AttributeKeys.AI_RESPONSE_ID, id);
    }
  }

  /**
   * Sets {@code gen_ai.response.finish_reasons}.
   *
   * @param reason why the model stopped, in upper or lower case; {@code STOP} becomes {@code stop}
   */
  public void finishReason(@Nullable String reason) {
    if (reason != null) {
      span.setAttribute(AttributeKeys.AI_FINISH_REASONS, List.of(reason.toLowerCase(Locale.ROOT)));
    }
  }

  /**
   * Sets {@code gen_ai.usage.input_tokens}, {@code gen_ai.usage.output_tokens} and {@code
   * ai.usage.total_tokens}, and {@code ai.cost.estimated_usd} if the model's price is known.
   *
   * @param input the tokens of the request, including cached tokens
   * @param output the tokens of the response, including reasoning tokens
   * @param total the sum of both, as reported by the client
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
   * Logs that the response could not be read. The attributes that would follow are not set.
   *
   * @param failure the exception that an accessor threw
   */
  public void unreadable(Throwable failure) {
    TracingFailures.swallow("reading the response of an AI call", failure);
  }
}
