package io.spanloom.telemetry.view.trace;

import io.opentelemetry.api.common.AttributeKey;
import java.util.List;

/**
 * The attribute keys and event names that the views interpret. All but {@code ai.*} and {@code
 * workflow.*} are semantic conventions.
 */
public final class SpanKeys {

  /** The name of the service, an attribute of the resource. */
  public static final AttributeKey<String> SERVICE_NAME = AttributeKey.stringKey("service.name");

  static final String EVENT_EXCEPTION = "exception";

  /** The class name of an exception, an attribute of the exception event. */
  public static final AttributeKey<String> EXCEPTION_TYPE =
      AttributeKey.stringKey("exception.type");

  /** The message of an exception, an attribute of the exception event. */
  public static final AttributeKey<String> EXCEPTION_MESSAGE =
      AttributeKey.stringKey("exception.message");

  /** The stack trace of an exception, an attribute of the exception event. */
  public static final AttributeKey<String> EXCEPTION_STACKTRACE =
      AttributeKey.stringKey("exception.stacktrace");

  static final AttributeKey<String> ERROR_TYPE = AttributeKey.stringKey("error.type");

  static final AttributeKey<String> WORKFLOW_NAME = AttributeKey.stringKey("workflow.name");
  static final AttributeKey<String> RUN_ID = AttributeKey.stringKey("workflow.run.id");
  static final AttributeKey<String> STEP_NAME = AttributeKey.stringKey("workflow.step.name");
  static final AttributeKey<String> STEP_OUTCOME = AttributeKey.stringKey("workflow.step.outcome");
  static final AttributeKey<Long> STEP_INDEX = AttributeKey.longKey("workflow.step.index");
  static final AttributeKey<Long> STEP_COUNT = AttributeKey.longKey("workflow.step.count");
  static final AttributeKey<Long> STEP_ATTEMPT = AttributeKey.longKey("workflow.step.attempt");
  static final AttributeKey<List<String>> STEP_OUT_OF_ORDER =
      AttributeKey.stringArrayKey("workflow.step.out_of_order");
  static final String EVENT_STEP_START = "step.start";
  static final String EVENT_STEP_END = "step.end";

  static final AttributeKey<Long> INPUT_TOKENS = AttributeKey.longKey("gen_ai.usage.input_tokens");
  static final AttributeKey<Long> OUTPUT_TOKENS =
      AttributeKey.longKey("gen_ai.usage.output_tokens");
  static final AttributeKey<Long> PROMPT_TOKENS = AttributeKey.longKey("ai.usage.prompt_tokens");
  static final AttributeKey<Long> COMPLETION_TOKENS =
      AttributeKey.longKey("ai.usage.completion_tokens");
  static final AttributeKey<Double> TIME_TO_FIRST_CHUNK =
      AttributeKey.doubleKey("gen_ai.response.time_to_first_chunk");
  static final AttributeKey<Long> FIRST_TOKEN_MS = AttributeKey.longKey("ai.stream.first_token_ms");
  static final AttributeKey<Long> ITERATIONS = AttributeKey.longKey("ai.react_loop.iterations");
  static final AttributeKey<Long> TOOL_CALLS = AttributeKey.longKey("ai.tool.calls_count");
  static final AttributeKey<Long> TOTAL_TOKENS = AttributeKey.longKey("ai.usage.total_tokens");
  static final AttributeKey<Double> COST = AttributeKey.doubleKey("ai.cost.estimated_usd");

  private SpanKeys() {}
}
