package io.spanloom;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes each run of a method the span of one call of an AI model.
 *
 * <p>Name, kind and attributes follow the OpenTelemetry semantic conventions for generative AI (in
 * development). What the answer tells of itself (model, id, finish reason, token usage) is read by
 * generated code from the method's return type; the processor warns where nothing can be read.
 *
 * <p>Message content never reaches the span: neither by an attribute nor by an exception's message.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
public @interface AICall {

  /**
   * Who is asked: {@code gen_ai.provider.name}, such as {@code openai} or {@code anthropic}.
   *
   * @return the provider's well-known name
   */
  String provider();

  /**
   * The model that is asked for: {@code gen_ai.request.model}.
   *
   * @return the model's name, or empty where it is not fixed
   */
  String model() default "";

  /**
   * What is asked: {@code gen_ai.operation.name}.
   *
   * @return the operation
   */
  Operation operation() default Operation.CHAT;

  /**
   * The temperature that is asked for: {@code gen_ai.request.temperature}.
   *
   * @return the temperature, or NaN where none is set
   */
  double temperature() default Double.NaN;

  /**
   * The part that the call plays in a longer task, such as {@code plan} or {@code answer}: {@code
   * ai.prompt.phase}, which the conventions do not have.
   *
   * @return the phase, or empty
   */
  String phase() default "";

  /** The operations of the semantic conventions for generative AI. */
  enum Operation {
    /** {@code chat}: a conversation with a model, a CLIENT span. */
    CHAT,

    /** {@code text_completion}: a completion without a conversation, a CLIENT span. */
    TEXT_COMPLETION,

    /** {@code generate_content}: an answer of several modes, a CLIENT span. */
    GENERATE_CONTENT,

    /** {@code embeddings}: vectors for texts, a CLIENT span. */
    EMBEDDINGS,

    /** {@code execute_tool}: a tool run for a model, an INTERNAL span. */
    EXECUTE_TOOL,

    /** {@code invoke_agent}: an agent run in this process, an INTERNAL span. */
    INVOKE_AGENT
  }
}
