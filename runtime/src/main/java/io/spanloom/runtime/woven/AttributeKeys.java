package io.spanloom.runtime.woven;

import io.opentelemetry.api.common.AttributeKey;
import java.util.List;

/**
 * The keys of the attributes that sites set, and the names of their events.
 *
 * <p>{@code code.*}, {@code error.*} and {@code exception.*} are stable semantic conventions
 * (1.45.0). {@code gen_ai.*} are conventions in development, whose published Java constants are all
 * deprecated. {@code ai.*}, {@code workflow.*} and {@code spanloom.*} are specific to Spanloom,
 * where no convention exists.
 *
 * <p>The keys that a program sets through {@link io.spanloom.runtime.SocketSpan} are defined there,
 * because sharing them between the packages would make them public.
 */
final class AttributeKeys {

  static final AttributeKey<String> CODE_FUNCTION_NAME =
      AttributeKey.stringKey("code.function.name");
  static final AttributeKey<Boolean> CANCELLED = AttributeKey.booleanKey("spanloom.cancelled");
  static final AttributeKey<String> ERROR_TYPE = AttributeKey.stringKey("error.type");
  static final AttributeKey<String> EXCEPTION_TYPE = AttributeKey.stringKey("exception.type");
  static final AttributeKey<String> EXCEPTION_STACKTRACE =
      AttributeKey.stringKey("exception.stacktrace");

  static final AttributeKey<String> AI_OPERATION = AttributeKey.stringKey("gen_ai.operation.name");
  static final AttributeKey<String> AI_PROVIDER = AttributeKey.stringKey("gen_ai.provider.name");
  static final AttributeKey<String> AI_REQUEST_MODEL =
      AttributeKey.stringKey("gen_ai.request.model");
  static final AttributeKey<Double> AI_TEMPERATURE =
      AttributeKey.doubleKey("gen_ai.request.temperature");
  static final AttributeKey<String> AI_RESPONSE_MODEL =
      AttributeKey.stringKey("gen_ai.response.model");
  static final AttributeKey<String> AI_RESPONSE_ID = AttributeKey.stringKey("gen_ai.response.id");
  static final AttributeKey<List<String>> AI_FINISH_REASONS =
      AttributeKey.stringArrayKey("gen_ai.response.finish_reasons");
  static final AttributeKey<Long> AI_INPUT_TOKENS =
      AttributeKey.longKey("gen_ai.usage.input_tokens");
  static final AttributeKey<Long> AI_OUTPUT_TOKENS =
      AttributeKey.longKey("gen_ai.usage.output_tokens");
  static final AttributeKey<Long> AI_TOTAL_TOKENS = AttributeKey.longKey("ai.usage.total_tokens");
  static final AttributeKey<Double> AI_COST = AttributeKey.doubleKey("ai.cost.estimated_usd");
  static final AttributeKey<String> AI_PHASE = AttributeKey.stringKey("ai.prompt.phase");

  static final AttributeKey<String> WORKFLOW_NAME = AttributeKey.stringKey("workflow.name");
  static final AttributeKey<String> STEP_NAME = AttributeKey.stringKey("workflow.step.name");
  static final AttributeKey<String> STEP_OUTCOME = AttributeKey.stringKey("workflow.step.outcome");
  static final AttributeKey<Long> STEP_INDEX = AttributeKey.longKey("workflow.step.index");
  static final AttributeKey<Long> STEP_COUNT = AttributeKey.longKey("workflow.step.count");
  static final AttributeKey<Long> STEP_ATTEMPT = AttributeKey.longKey("workflow.step.attempt");
  static final AttributeKey<Double> STEP_DURATION =
      AttributeKey.doubleKey("workflow.step.duration");
  static final AttributeKey<List<String>> STEP_OUT_OF_ORDER =
      AttributeKey.stringArrayKey("workflow.step.out_of_order");
  static final AttributeKey<String> RUN_ID = AttributeKey.stringKey("workflow.run.id");

  static final String EVENT_EXCEPTION = "exception";
  static final String EVENT_STEP_START = "step.start";
  static final String EVENT_STEP_END = "step.end";
  static final String EVENT_STEP_OUT_OF_ORDER = "step.out_of_order";

  static final String OUTCOME_SUCCESS = "success";
  static final String OUTCOME_ERROR = "error";
  static final String OUTCOME_CANCELLED = "cancelled";

  private AttributeKeys() {}
}
