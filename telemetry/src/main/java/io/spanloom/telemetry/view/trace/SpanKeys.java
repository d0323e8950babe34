package io.spanloom.telemetry.view.trace;

import io.opentelemetry.api.common.AttributeKey;

/** The names that the views know a meaning of; the semantic conventions' but for {@code ai.*}. */
public final class SpanKeys {

  public static final AttributeKey<String> SERVICE_NAME = AttributeKey.stringKey("service.name");

  static final String EVENT_EXCEPTION = "exception";
  public static final AttributeKey<String> EXCEPTION_TYPE =
      AttributeKey.stringKey("exception.type");
  public static final AttributeKey<String> EXCEPTION_MESSAGE =
      AttributeKey.stringKey("exception.message");
  public static final AttributeKey<String> EXCEPTION_STACKTRACE =
      AttributeKey.stringKey("exception.stacktrace");
  static final AttributeKey<String> ERROR_TYPE = AttributeKey.stringKey("error.type");

  static final AttributeKey<Long> INPUT_TOKENS = AttributeKey.longKey("gen_ai.usage.input_tokens");
  static final AttributeKey<Long> OUTPUT_TOKENS =
      AttributeKey.longKey("gen_ai.usage.output_tokens");
  static final AttributeKey<Long> TOTAL_TOKENS = AttributeKey.longKey("ai.usage.total_tokens");
  static final AttributeKey<Double> COST = AttributeKey.doubleKey("ai.cost.estimated_usd");

  private SpanKeys() {}
}
