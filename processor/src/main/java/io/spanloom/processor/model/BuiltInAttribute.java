package io.spanloom.processor.model;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An attribute that Spanloom sets itself. The runtime has the same keys, and a test compares them.
 */
public enum BuiltInAttribute {
  /** The name of the traced method. */
  CODE_FUNCTION_NAME("code.function.name", AttributeType.Key.STRING, SpanForm.class, Origin.METHOD),
  /** The class of the exception that a call failed with. */
  ERROR_TYPE("error.type", AttributeType.Key.STRING, SpanForm.class, Origin.FAILURE),
  /** The cancellation of a deferred result. */
  CANCELLED("spanloom.cancelled", AttributeType.Key.BOOLEAN, null, Origin.END),
  /** The class of a recorded exception. */
  EXCEPTION_TYPE("exception.type", AttributeType.Key.STRING, null, Origin.FAILURE),
  /** The stack trace of a recorded exception. */
  EXCEPTION_STACKTRACE("exception.stacktrace", AttributeType.Key.STRING, null, Origin.FAILURE),
  /** The workflow of a step. */
  WORKFLOW_NAME("workflow.name", AttributeType.Key.STRING, WorkflowForm.class, Origin.ANNOTATION),
  /** The ID of a workflow's run. */
  WORKFLOW_RUN_ID("workflow.run.id", AttributeType.Key.STRING, WorkflowForm.class, Origin.RUN),
  /** The name of a step. */
  WORKFLOW_STEP_NAME(
      "workflow.step.name", AttributeType.Key.STRING, WorkflowForm.Step.class, Origin.ANNOTATION),
  /** The position of a step in its workflow. */
  WORKFLOW_STEP_INDEX(
      "workflow.step.index", AttributeType.Key.LONG, WorkflowForm.Step.class, Origin.ANNOTATION),
  /** The number of steps of a workflow. */
  WORKFLOW_STEP_COUNT(
      "workflow.step.count", AttributeType.Key.LONG, WorkflowForm.Step.class, Origin.ANNOTATION),
  /** The number of the attempt. */
  WORKFLOW_STEP_ATTEMPT(
      "workflow.step.attempt", AttributeType.Key.LONG, WorkflowForm.Step.class, Origin.RUN),
  /** The steps that should have ended before. */
  WORKFLOW_STEP_OUT_OF_ORDER(
      "workflow.step.out_of_order",
      AttributeType.Key.STRING_ARRAY,
      WorkflowForm.Step.class,
      Origin.RUN),
  /** The duration of a step, in seconds. */
  WORKFLOW_STEP_DURATION(
      "workflow.step.duration", AttributeType.Key.DOUBLE, WorkflowForm.Step.class, Origin.EVENT),
  /** The outcome of a step. */
  WORKFLOW_STEP_OUTCOME(
      "workflow.step.outcome", AttributeType.Key.STRING, WorkflowForm.Step.class, Origin.END),
  /** The operation of an AI call. */
  AI_OPERATION("gen_ai.operation.name", AttributeType.Key.STRING, AiCall.class, Origin.ANNOTATION),
  /** The provider of an AI call. */
  AI_PROVIDER("gen_ai.provider.name", AttributeType.Key.STRING, AiCall.class, Origin.ANNOTATION),
  /** The provider, under Spanloom's own key. */
  AI_SYSTEM("ai.system", AttributeType.Key.STRING, AiCall.class, Origin.ANNOTATION),
  /** The name of a tool. */
  AI_TOOL_NAME("gen_ai.tool.name", AttributeType.Key.STRING, AiCall.class, Origin.ANNOTATION),
  /** The name of an agent. */
  AI_AGENT_NAME("gen_ai.agent.name", AttributeType.Key.STRING, AiCall.class, Origin.ANNOTATION),
  /** The requested model. */
  AI_REQUEST_MODEL("gen_ai.request.model", AttributeType.Key.STRING, AiCall.class, Origin.REQUEST),
  /** The model that responded, or else the requested one, under Spanloom's own key. */
  AI_MODEL("ai.model", AttributeType.Key.STRING, AiCall.class, Origin.REQUEST),
  /** The requested temperature. */
  AI_REQUEST_TEMPERATURE(
      "gen_ai.request.temperature", AttributeType.Key.DOUBLE, AiCall.class, Origin.REQUEST),
  /** The requested temperature, under Spanloom's own key. */
  AI_TEMPERATURE("ai.temperature", AttributeType.Key.DOUBLE, AiCall.class, Origin.REQUEST),
  /** The requested cumulative probability of tokens. */
  AI_TOP_P("gen_ai.request.top_p", AttributeType.Key.DOUBLE, AiCall.class, Origin.REQUEST),
  /** The largest permitted number of output tokens. */
  AI_MAX_TOKENS("gen_ai.request.max_tokens", AttributeType.Key.LONG, AiCall.class, Origin.REQUEST),
  /** The request for a stream of chunks. */
  AI_REQUEST_STREAM(
      "gen_ai.request.stream", AttributeType.Key.BOOLEAN, AiCall.class, Origin.ANNOTATION),
  /** The phase of an AI conversation. */
  AI_PHASE("ai.prompt.phase", AttributeType.Key.STRING, AiCall.class, Origin.ANNOTATION),
  /** The number of messages in the request. */
  AI_HISTORY_SIZE("ai.prompt.history_size", AttributeType.Key.LONG, AiCall.class, Origin.REQUEST),
  /** The model that responded. */
  AI_RESPONSE_MODEL(
      "gen_ai.response.model", AttributeType.Key.STRING, AiCall.class, Origin.RESPONSE),
  /** The ID of the response. */
  AI_RESPONSE_ID("gen_ai.response.id", AttributeType.Key.STRING, AiCall.class, Origin.RESPONSE),
  /** The reasons why the response ended. */
  AI_FINISH_REASONS(
      "gen_ai.response.finish_reasons",
      AttributeType.Key.STRING_ARRAY,
      AiCall.class,
      Origin.RESPONSE),
  /** The number of tokens of the request. */
  AI_INPUT_TOKENS(
      "gen_ai.usage.input_tokens", AttributeType.Key.LONG, AiCall.class, Origin.RESPONSE),
  /** The tokens of the request, under Spanloom's own key. */
  AI_PROMPT_TOKENS("ai.usage.prompt_tokens", AttributeType.Key.LONG, AiCall.class, Origin.RESPONSE),
  /** The number of tokens of the response. */
  AI_OUTPUT_TOKENS(
      "gen_ai.usage.output_tokens", AttributeType.Key.LONG, AiCall.class, Origin.RESPONSE),
  /** The tokens of the response, under Spanloom's own key. */
  AI_COMPLETION_TOKENS(
      "ai.usage.completion_tokens", AttributeType.Key.LONG, AiCall.class, Origin.RESPONSE),
  /** The input tokens read from a cache. */
  AI_CACHE_READ_TOKENS(
      "gen_ai.usage.cache_read.input_tokens",
      AttributeType.Key.LONG,
      AiCall.class,
      Origin.RESPONSE),
  /** The input tokens written to a cache. */
  AI_CACHE_CREATION_TOKENS(
      "gen_ai.usage.cache_creation.input_tokens",
      AttributeType.Key.LONG,
      AiCall.class,
      Origin.RESPONSE),
  /** The output tokens used to reason. */
  AI_REASONING_TOKENS(
      "gen_ai.usage.reasoning.output_tokens",
      AttributeType.Key.LONG,
      AiCall.class,
      Origin.RESPONSE),
  /** The total number of tokens. */
  AI_TOTAL_TOKENS("ai.usage.total_tokens", AttributeType.Key.LONG, AiCall.class, Origin.RESPONSE),
  /** The number of an agent's iterations. */
  AI_ITERATIONS("ai.react_loop.iterations", AttributeType.Key.LONG, AiCall.class, Origin.RESPONSE),
  /** The number of tool calls in the response, or beneath an agent. */
  AI_TOOL_CALLS("ai.tool.calls_count", AttributeType.Key.LONG, AiCall.class, Origin.RESPONSE),
  /** The estimated cost, computed from the model and the token counts. */
  AI_COST("ai.cost.estimated_usd", AttributeType.Key.DOUBLE, AiCall.class, Origin.RESPONSE),
  /** The time to the first chunk of a stream, in seconds. */
  AI_TIME_TO_FIRST_CHUNK(
      "gen_ai.response.time_to_first_chunk", AttributeType.Key.DOUBLE, AiCall.class, Origin.STREAM),
  /** The time to the first chunk of a stream, under Spanloom's own key, in milliseconds. */
  AI_FIRST_TOKEN_MS(
      "ai.stream.first_token_ms", AttributeType.Key.LONG, AiCall.class, Origin.STREAM),
  /** The time to the last chunk of a stream, in milliseconds. */
  AI_STREAM_TOTAL_MS("ai.stream.total_ms", AttributeType.Key.LONG, AiCall.class, Origin.STREAM),
  /** The number of chunks of a stream. */
  AI_STREAM_CHUNKS("ai.stream.chunks_count", AttributeType.Key.LONG, AiCall.class, Origin.STREAM);

  /** The source of a built-in attribute's value. */
  public enum Origin {
    /** The method's declaration. */
    METHOD,
    /** The span annotation, if it sets the member. */
    ANNOTATION,
    /** The exception that a call failed with. */
    FAILURE,
    /** The runtime, when the call starts, if it belongs to a run. */
    RUN,
    /** The runtime, when the call ends. */
    END,
    /** The runtime, when the call ends, if it is recorded as events. */
    EVENT,
    /** The annotation of an AI call, or else the request that is the method's parameter. */
    REQUEST,
    /** The AI response that the method returns, the usage that it records, or an agent's loop. */
    RESPONSE,
    /** The runtime, when the stream of an AI call ends. */
    STREAM
  }

  private final String key;
  private final AttributeType.Key type;
  private final @Nullable Class<? extends SpanForm> form;
  private final Origin origin;

  /**
   * Lists an attribute.
   *
   * @param form the form of the spans that have it, or null if it belongs to the exception event or
   *     to deferred results
   */
  BuiltInAttribute(
      String key, AttributeType.Key type, @Nullable Class<? extends SpanForm> form, Origin origin) {
    this.key = key;
    this.type = type;
    this.form = form;
    this.origin = origin;
  }

  /**
   * Returns the attribute's key.
   *
   * @return the key
   */
  public String key() {
    return key;
  }

  /**
   * Returns the type of the attribute's key.
   *
   * @return the key's type
   */
  public AttributeType.Key type() {
    return type;
  }

  /**
   * Returns the origin of the value.
   *
   * @return the value's origin
   */
  public Origin origin() {
    return origin;
  }

  /**
   * Returns the attributes that Spanloom may set on the spans of a form. A user's attribute with
   * the same key would be overwritten.
   *
   * @param span the form
   * @return the attributes, without those of members that the annotation does not set
   */
  public static List<BuiltInAttribute> of(SpanForm span) {
    return Arrays.stream(values()).filter(attribute -> attribute.isOn(span)).toList();
  }

  private boolean isOn(SpanForm span) {
    if (form == null || !form.isInstance(span)) {
      return false;
    }
    boolean set = span.constants().containsKey(this);
    if (!(span instanceof AiCall call)) {
      return (origin != Origin.ANNOTATION || set)
          && (origin != Origin.EVENT || span.recordsEvents())
          && span.paths().stream().noneMatch(path -> path.key().equals(key));
    }
    return switch (origin) {
      case ANNOTATION -> set;
      case REQUEST -> set || (call.attributes().includes(this) && reads(call));
      case METHOD, FAILURE, RUN, END, EVENT -> call.attributes().includes(this);
      case RESPONSE -> call.endsWith(this);
      case STREAM -> call.streamed() && call.attributes().includes(this);
    };
  }

  private boolean reads(AiCall call) {
    return switch (this) {
      case AI_MODEL -> true; // also set from the response
      case AI_TEMPERATURE -> call.readsFromRequest(AI_REQUEST_TEMPERATURE);
      default -> call.readsFromRequest(this);
    };
  }
}
