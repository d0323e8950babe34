package io.spanloom;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Traces each call of a method as a request to an AI model, as the execution of a tool, or as the
 * invocation of an agent.
 *
 * <pre>{@code
 * @AICall(provider = "openai", model = "gpt-4o")
 * ChatResponse answer(ChatRequest request) { ... }
 * }</pre>
 *
 * <p>The span's name, kind and attributes follow the OpenTelemetry semantic conventions for
 * generative AI, which are in development. Generated code reads the model, the ID, the finish
 * reasons, the token usage and the number of tool calls from the method's result, and the requested
 * settings from its parameters, if their types are those of a supported AI client. Otherwise, set
 * {@link #usage}, or call {@code io.spanloom.runtime.Ai.recordUsage} in the method.
 *
 * <p>{@link Operation#EXECUTE_TOOL} and {@link Operation#INVOKE_AGENT} make a method a tool or an
 * agent. An agent's span shows the number of iterations and tool calls beneath it, and the sums of
 * their tokens and costs; a tool's span links to the model call that asked for it.
 *
 * <p>Message content stays out of the span: exceptions are recorded without their messages, and
 * paths into the message types of AI clients are compile errors.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
public @interface AICall {

  /**
   * The provider of the model, recorded as {@code gen_ai.provider.name}.
   *
   * @return the provider's well-known name, such as {@code openai} or {@code anthropic}; optional
   *     for a tool, and if the method returns the response of a provider's own client
   */
  String provider() default "";

  /**
   * The requested model, recorded as {@code gen_ai.request.model}.
   *
   * @return the model's name, or an empty string if it varies; it is then read from a parameter
   *     whose type is the request of a supported AI client
   */
  String model() default "";

  /**
   * The operation, recorded as {@code gen_ai.operation.name}. It determines the span's kind.
   *
   * @return the operation
   */
  Operation operation() default Operation.CHAT;

  /**
   * The name of the tool or the agent, recorded as {@code gen_ai.tool.name} or {@code
   * gen_ai.agent.name}. Only for {@link Operation#EXECUTE_TOOL} and {@link Operation#INVOKE_AGENT}.
   *
   * @return the name; by default, a tool has the name in the {@code @Tool} annotation of
   *     LangChain4j or Spring AI, or the method's name, and an agent has none
   */
  String name() default "";

  /**
   * The requested temperature, recorded as {@code gen_ai.request.temperature}.
   *
   * @return the temperature, at least 0, or NaN for none
   */
  double temperature() default Double.NaN;

  /**
   * The call's phase in a longer task, such as {@code plan} or {@code answer}, recorded as {@code
   * ai.prompt.phase}. This attribute is specific to Spanloom.
   *
   * @return the phase, or an empty string for none
   */
  String phase() default "";

  /**
   * The path from the method's result to the response of a supported AI client, such as {@code
   * result.response}, or to an object of the program. From such an object, generated code reads the
   * accessors, or getters, {@code inputTokens}, {@code outputTokens}, {@code totalTokens}, {@code
   * cacheReadTokens}, {@code cacheCreationTokens}, {@code reasoningTokens} and {@code model} that
   * it has. Input tokens include cached ones, and output tokens include reasoning tokens.
   *
   * @return the path, which starts with {@code result}, or an empty string for the result itself
   */
  String usage() default "";

  /**
   * Records exceptions with their messages, which may quote a prompt or a response.
   *
   * @return true to record the messages
   */
  boolean recordExceptionMessages() default false;

  /**
   * Adds a child span for the time of a stream, named like the call's span and {@code stream}. It
   * starts when the program has received the stream, or with the first chunk if the call's span
   * starts with a subscription, and ends with the call's span. The model, the tokens and the cost
   * stay on the call's span. Only for results or handlers that are streams.
   *
   * @return true for a child span
   */
  boolean streamSpan() default false;

  /**
   * The number of iterations that one call of an agent should not exceed. The first iteration above
   * it adds the event {@code ai.react_loop.max_iterations_exceeded} to the agent's span and logs a
   * warning; the call continues. Only for {@link Operation#INVOKE_AGENT}.
   *
   * @return the limit, at least 1; by default, there is none
   */
  int maxIterations() default 0;

  /**
   * The estimated cost in US dollars that one call of an agent should not exceed. If the known
   * costs beneath the agent exceed it, the event {@code ai.cost.max_usd_exceeded} is added to the
   * agent's span and a warning is logged; the call continues. Only for {@link
   * Operation#INVOKE_AGENT}.
   *
   * @return the limit, finite and greater than 0; by default, there is none
   */
  double maxCostUsd() default Double.NaN;

  /** The operations that the semantic conventions for generative AI define. */
  enum Operation {
    /** {@code chat}: a chat completion, a CLIENT span. */
    CHAT,

    /** {@code text_completion}: a text completion, a CLIENT span. */
    TEXT_COMPLETION,

    /** {@code generate_content}: multimodal content generation, a CLIENT span. */
    GENERATE_CONTENT,

    /** {@code embeddings}: the creation of embeddings, a CLIENT span. */
    EMBEDDINGS,

    /** {@code execute_tool}: the execution of a tool for a model, an INTERNAL span. */
    EXECUTE_TOOL,

    /** {@code invoke_agent}: the invocation of an agent in this process, an INTERNAL span. */
    INVOKE_AGENT
  }
}
