package io.spanloom.processor.read.ai;

import static io.spanloom.processor.model.AiField.HISTORY_SIZE;
import static io.spanloom.processor.model.AiField.MAX_TOKENS;
import static io.spanloom.processor.model.AiField.REQUEST_MODEL;
import static io.spanloom.processor.model.AiField.TEMPERATURE;
import static io.spanloom.processor.model.AiField.TOP_P;

import java.util.List;

/**
 * The table of request types of AI clients. Supporting another type requires an entry here; {@link
 * AiType} describes the paths.
 */
final class AiRequests {

  private static final String OPENAI = "openai";
  private static final String ANTHROPIC = "anthropic";
  private static final String ANY = "";

  private static final String OPENAI_MODELS = "com.openai.models.";
  private static final String ANTHROPIC_MODELS = "com.anthropic.models.messages.";
  private static final String BEDROCK_MODELS =
      "software.amazon.awssdk.services.bedrockruntime.model.";
  private static final String SPRING = "org.springframework.ai.";

  private static final AiType LANGCHAIN4J_CHAT =
      AiType.of("dev.langchain4j.model.chat.request.ChatRequest", ANY)
          .with(REQUEST_MODEL, "modelName")
          .with(TEMPERATURE, "temperature")
          .with(TOP_P, "topP")
          .with(MAX_TOKENS, "maxOutputTokens")
          .with(HISTORY_SIZE, "messages.size");

  private static final AiType LANGCHAIN4J_EMBEDDING =
      AiType.of("dev.langchain4j.model.embedding.request.EmbeddingRequest", ANY)
          .with(REQUEST_MODEL, "modelName");

  private static final AiType SPRING_PROMPT =
      AiType.of(SPRING + "chat.prompt.Prompt", ANY)
          .with(REQUEST_MODEL, "getOptions.getModel")
          .with(TEMPERATURE, "getOptions.getTemperature")
          .with(TOP_P, "getOptions.getTopP")
          .with(MAX_TOKENS, "getOptions.getMaxTokens")
          .with(HISTORY_SIZE, "getInstructions.size");

  private static final AiType SPRING_CLIENT =
      AiType.of(SPRING + "chat.client.ChatClientRequest", ANY).with("prompt", SPRING_PROMPT);

  private static final AiType SPRING_EMBEDDING =
      AiType.of(SPRING + "embedding.EmbeddingRequest", ANY)
          .with(REQUEST_MODEL, "getOptions.getModel");

  private static final AiType OPENAI_CHAT =
      AiType.of(OPENAI_MODELS + "chat.completions.ChatCompletionCreateParams", OPENAI)
          .with(REQUEST_MODEL, "model.asString")
          .with(TEMPERATURE, "temperature")
          .with(TOP_P, "topP")
          .with(MAX_TOKENS, "maxCompletionTokens")
          .with(HISTORY_SIZE, "messages.size");

  private static final AiType OPENAI_STRUCTURED_CHAT =
      AiType.of(OPENAI_MODELS + "chat.completions.StructuredChatCompletionCreateParams", OPENAI)
          .with("rawParams", OPENAI_CHAT);

  private static final AiType OPENAI_RESPONSE =
      AiType.of(OPENAI_MODELS + "responses.ResponseCreateParams", OPENAI)
          .with(REQUEST_MODEL, "model.isString?.asString")
          .with(REQUEST_MODEL, "model.isChat?.asChat.asString")
          .with(REQUEST_MODEL, "model.isOnly?.asOnly.asString")
          .with(TEMPERATURE, "temperature")
          .with(TOP_P, "topP")
          .with(MAX_TOKENS, "maxOutputTokens")
          .with(HISTORY_SIZE, "input.isResponse?.asResponse.size");

  private static final AiType OPENAI_STRUCTURED_RESPONSE =
      AiType.of(OPENAI_MODELS + "responses.StructuredResponseCreateParams", OPENAI)
          .with("rawParams", OPENAI_RESPONSE);

  private static final AiType OPENAI_EMBEDDING =
      AiType.of(OPENAI_MODELS + "embeddings.EmbeddingCreateParams", OPENAI)
          .with(REQUEST_MODEL, "model.asString");

  /** Version 3.11.0 has neither a temperature nor a top-p. */
  private static final AiType ANTHROPIC_MESSAGE =
      AiType.of(ANTHROPIC_MODELS + "MessageCreateParams", ANTHROPIC)
          .with(REQUEST_MODEL, "model.asString")
          .withOptional(TEMPERATURE, "temperature")
          .withOptional(TOP_P, "topP")
          .with(MAX_TOKENS, "maxTokens")
          .with(HISTORY_SIZE, "messages.size");

  private static final AiType ANTHROPIC_STRUCTURED_MESSAGE =
      AiType.of(ANTHROPIC_MODELS + "StructuredMessageCreateParams", ANTHROPIC)
          .with("rawParams", ANTHROPIC_MESSAGE);

  /** The model and the history are other arguments of the client's method. */
  private static final AiType GOOGLE_CONFIG =
      AiType.of("com.google.genai.types.GenerateContentConfig", "gcp.gen_ai")
          .with(TEMPERATURE, "temperature")
          .with(TOP_P, "topP")
          .with(MAX_TOKENS, "maxOutputTokens");

  private static final AiType BEDROCK_CONVERSE =
      AiType.of(BEDROCK_MODELS + "ConverseRequest", "aws.bedrock")
          .with(REQUEST_MODEL, "modelId")
          .with(TEMPERATURE, "inferenceConfig.temperature")
          .with(TOP_P, "inferenceConfig.topP")
          .with(MAX_TOKENS, "inferenceConfig.maxTokens")
          .with(HISTORY_SIZE, "messages.size");

  private static final AiType BEDROCK_CONVERSE_STREAM =
      BEDROCK_CONVERSE.named(BEDROCK_MODELS + "ConverseStreamRequest");

  static final List<AiType> TABLE =
      List.of(
          LANGCHAIN4J_CHAT,
          LANGCHAIN4J_EMBEDDING,
          SPRING_PROMPT,
          SPRING_CLIENT,
          SPRING_EMBEDDING,
          OPENAI_CHAT,
          OPENAI_STRUCTURED_CHAT,
          OPENAI_RESPONSE,
          OPENAI_STRUCTURED_RESPONSE,
          OPENAI_EMBEDDING,
          ANTHROPIC_MESSAGE,
          ANTHROPIC_STRUCTURED_MESSAGE,
          GOOGLE_CONFIG,
          BEDROCK_CONVERSE,
          BEDROCK_CONVERSE_STREAM);

  private AiRequests() {}
}
