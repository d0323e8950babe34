package io.spanloom.benchmarks.call;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.TokenUsage;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import java.util.List;
import java.util.Locale;

/** The method traced by hand, with the prices of one model as constants. */
final class HandTracedAssistant extends Assistant {

  private static final AttributeKey<String> CODE_FUNCTION_NAME =
      AttributeKey.stringKey("code.function.name");
  private static final AttributeKey<String> OPERATION =
      AttributeKey.stringKey("gen_ai.operation.name");
  private static final AttributeKey<String> PROVIDER =
      AttributeKey.stringKey("gen_ai.provider.name");
  private static final AttributeKey<String> REQUEST_MODEL =
      AttributeKey.stringKey("gen_ai.request.model");
  private static final AttributeKey<String> RESPONSE_MODEL =
      AttributeKey.stringKey("gen_ai.response.model");
  private static final AttributeKey<String> RESPONSE_ID =
      AttributeKey.stringKey("gen_ai.response.id");
  private static final AttributeKey<List<String>> FINISH_REASONS =
      AttributeKey.stringArrayKey("gen_ai.response.finish_reasons");
  private static final AttributeKey<Long> INPUT_TOKENS =
      AttributeKey.longKey("gen_ai.usage.input_tokens");
  private static final AttributeKey<Long> OUTPUT_TOKENS =
      AttributeKey.longKey("gen_ai.usage.output_tokens");
  private static final AttributeKey<Long> TOTAL_TOKENS =
      AttributeKey.longKey("ai.usage.total_tokens");
  private static final AttributeKey<Double> COST = AttributeKey.doubleKey("ai.cost.estimated_usd");

  private static final double INPUT_PRICE = 2.5;
  private static final double OUTPUT_PRICE = 10;
  private static final double PER_TOKENS = 1_000_000;

  /** The name of Spanloom's method, so that both spans have equal attributes. */
  private static final String FUNCTION = "io.spanloom.benchmarks.call.SpanloomAssistant.chat";

  private final Tracer tracer;

  HandTracedAssistant(Tracer tracer) {
    this.tracer = tracer;
  }

  @Override
  ChatResponse chat() {
    Span span =
        tracer
            .spanBuilder("chat gpt-4o")
            .setSpanKind(SpanKind.CLIENT)
            .setAttribute(CODE_FUNCTION_NAME, FUNCTION)
            .setAttribute(OPERATION, "chat")
            .setAttribute(PROVIDER, "openai")
            .setAttribute(REQUEST_MODEL, "gpt-4o")
            .startSpan();
    try (Scope scope = span.makeCurrent()) {
      assert scope != null; // avoids javac's warning about an unused resource
      ChatResponse response = response();
      record(response, span);
      return response;
    } catch (Throwable error) {
      span.recordException(error);
      span.setStatus(StatusCode.ERROR);
      throw error;
    } finally {
      span.end();
    }
  }

  private static void record(ChatResponse response, Span span) {
    span.setAttribute(RESPONSE_MODEL, response.modelName());
    span.setAttribute(RESPONSE_ID, response.id());
    span.setAttribute(
        FINISH_REASONS, List.of(response.finishReason().name().toLowerCase(Locale.ROOT)));
    TokenUsage usage = response.tokenUsage();
    if (usage != null) {
      long input = usage.inputTokenCount();
      long output = usage.outputTokenCount();
      span.setAttribute(INPUT_TOKENS, input);
      span.setAttribute(OUTPUT_TOKENS, output);
      span.setAttribute(TOTAL_TOKENS, input + output);
      span.setAttribute(COST, (input * INPUT_PRICE + output * OUTPUT_PRICE) / PER_TOKENS);
    }
  }
}
