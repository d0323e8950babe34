package io.spanloom.runtime.woven;

import io.opentelemetry.api.common.AttributeKey;
import io.spanloom.runtime.spi.CallListener.Outcome;
import java.util.List;

/**
 * The keys of the attributes that sites set, and the names of their events.
 *
 * <p>{@code code.*}, {@code error.*} and {@code exception.*} are stable semantic conventions
 * (1.45.0). {@code workflow.*} and {@code spanloom.*} are specific to Spanloom, because no
 * convention exists. {@link AiKeys} has the keys of AI calls.
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

  private AttributeKeys() {}

  /** Returns the value of {@link #STEP_OUTCOME}. */
  static String stepOutcome(Outcome outcome) {
    return switch (outcome) {
      case RETURNED, COMPLETED -> "success";
      case FAILED -> "error";
      case CANCELLED -> "cancelled";
    };
  }
}
