package io.spanloom.processor.read.ai;

import static io.spanloom.processor.model.AiField.AUDIO;
import static io.spanloom.processor.model.AiField.CACHE_CREATION;
import static io.spanloom.processor.model.AiField.CACHE_READ;
import static io.spanloom.processor.model.AiField.FINISH_REASON;
import static io.spanloom.processor.model.AiField.ID;
import static io.spanloom.processor.model.AiField.INPUT;
import static io.spanloom.processor.model.AiField.MODALITY;
import static io.spanloom.processor.model.AiField.MODEL;
import static io.spanloom.processor.model.AiField.MORE_INPUT;
import static io.spanloom.processor.model.AiField.NONZERO_INPUT;
import static io.spanloom.processor.model.AiField.OUTPUT;
import static io.spanloom.processor.model.AiField.REASONING;
import static io.spanloom.processor.model.AiField.SEPARATE_CACHE_CREATION;
import static io.spanloom.processor.model.AiField.SEPARATE_CACHE_READ;
import static io.spanloom.processor.model.AiField.SEPARATE_REASONING;
import static io.spanloom.processor.model.AiField.TOOL_CALLS;
import static io.spanloom.processor.model.AiField.TOTAL;

import java.util.List;

/**
 * The table of response types of AI clients. Supporting another type requires an entry here; {@link
 * AiType} describes the paths.
 *
 * <p>Providers differ in what their numbers of tokens include, so the fields of an entry do too:
 * OpenAI includes cached tokens in the input and reasoning tokens in the output; Anthropic and
 * Bedrock report cached tokens separately; Gemini reports reasoning tokens and the tokens of tool
 * results separately.
 */
final class AiResponses {

  static final String OPENAI = "openai";
  static final String ANTHROPIC = "anthropic";
  static final String BEDROCK = "aws.bedrock";
  private static final String GOOGLE = "gcp.gen_ai";
  static final String ANY = "";

  static final String OPENAI_MODELS = "com.openai.models.";
  static final String LANGCHAIN4J = "dev.langchain4j.";
  static final String SPRING = "org.springframework.ai.";

  /** LangChain4j's token usage; its subclasses belong to the modules for providers. */
  private static AiType withLangChain4jUsage(AiType type) {
    String openAi = "tokenUsage<" + LANGCHAIN4J + "model.openai.OpenAiTokenUsage>.";
    String anthropic = "tokenUsage<" + LANGCHAIN4J + "model.anthropic.AnthropicTokenUsage>.";
    String bedrock = "tokenUsage<" + LANGCHAIN4J + "model.bedrock.BedrockTokenUsage>.";
    String gemini = "tokenUsage<" + LANGCHAIN4J + "model.googleai.GoogleAiGeminiTokenUsage>.";
    return type.with(INPUT, "tokenUsage.inputTokenCount")
        .with(OUTPUT, "tokenUsage.outputTokenCount")
        .with(TOTAL, "tokenUsage.totalTokenCount")
        .with(CACHE_READ, openAi + "inputTokensDetails.cachedTokens")
        .with(REASONING, openAi + "outputTokensDetails.reasoningTokens")
        .with(SEPARATE_CACHE_READ, anthropic + "cacheReadInputTokens")
        .with(SEPARATE_CACHE_CREATION, anthropic + "cacheCreationInputTokens")
        .with(SEPARATE_CACHE_READ, bedrock + "cacheReadInputTokens")
        .with(SEPARATE_CACHE_CREATION, bedrock + "cacheWriteInputTokens")
        .with(CACHE_READ, gemini + "cachedContentTokenCount")
        .with(SEPARATE_REASONING, gemini + "thoughtsTokenCount");
  }

  static final AiType LANGCHAIN4J_CHAT =
      withLangChain4jUsage(
          AiType.of(LANGCHAIN4J + "model.chat.response.ChatResponse", ANY)
              .with(MODEL, "modelName")
              .with(ID, "id")
              .with(FINISH_REASON, "finishReason.name")
              .with(TOOL_CALLS, "aiMessage.toolExecutionRequests.size"));

  private static final AiType LANGCHAIN4J_RESULT =
      withLangChain4jUsage(
          AiType.of(LANGCHAIN4J + "service.Result", ANY)
              .with(MODEL, "finalResponse.modelName")
              .with(ID, "finalResponse.id")
              .with(FINISH_REASON, "finishReason.name")
              .with(TOOL_CALLS, "toolExecutions.size"));

  private static final AiType LANGCHAIN4J_RESPONSE =
      withLangChain4jUsage(
          AiType.of(LANGCHAIN4J + "model.output.Response", ANY)
              .with(FINISH_REASON, "finishReason.name"));

  private static final AiType LANGCHAIN4J_EMBEDDING =
      withLangChain4jUsage(
          AiType.of(LANGCHAIN4J + "model.embedding.response.EmbeddingResponse", ANY)
              .with(MODEL, "modelName"));

  private static final AiType LANGCHAIN4J_MESSAGE =
      AiType.of(LANGCHAIN4J + "data.message.AiMessage", ANY)
          .with(TOOL_CALLS, "toolExecutionRequests.size");

  /** Spring AI passes the numbers of the provider on, and zeros if there are none. */
  private static AiType withSpringUsage(AiType type) {
    return type.with(NONZERO_INPUT, "getMetadata.getUsage.getPromptTokens")
        .with(OUTPUT, "getMetadata.getUsage.getCompletionTokens")
        .with(TOTAL, "getMetadata.getUsage.getTotalTokens")
        .with(CACHE_READ, "getMetadata.getUsage.getCacheReadInputTokens")
        .with(CACHE_CREATION, "getMetadata.getUsage.getCacheWriteInputTokens")
        .separateCache(ANTHROPIC, BEDROCK);
  }

  static final AiType SPRING_CHAT =
      withSpringUsage(
          AiType.of(SPRING + "chat.model.ChatResponse", ANY)
              .with(MODEL, "getMetadata.getModel")
              .with(ID, "getMetadata.getId")
              .with(FINISH_REASON, "getResults[].getMetadata.getFinishReason")
              .with(TOOL_CALLS, "getResults[].getOutput.getToolCalls.size"));

  private static final AiType SPRING_CLIENT =
      AiType.of(SPRING + "chat.client.ChatClientResponse", ANY).with("chatResponse", SPRING_CHAT);

  private static final AiType SPRING_ENTITY =
      AiType.of(SPRING + "chat.client.ResponseEntity", ANY)
          .with("response<" + SPRING_CHAT.name() + ">", SPRING_CHAT);

  private static final AiType SPRING_EMBEDDING =
      withSpringUsage(
          AiType.of(SPRING + "embedding.EmbeddingResponse", ANY)
              .with(MODEL, "getMetadata.getModel"));

  private static final AiType OPENAI_CHAT =
      AiType.of(OPENAI_MODELS + "chat.completions.ChatCompletion", OPENAI)
          .with(MODEL, "model")
          .with(ID, "id")
          .with(FINISH_REASON, "choices[].finishReason.asString")
          .with(TOOL_CALLS, "choices[].message.toolCalls.size")
          .with(INPUT, "usage.promptTokens")
          .with(OUTPUT, "usage.completionTokens")
          .with(CACHE_READ, "usage.promptTokensDetails.cachedTokens")
          .with(CACHE_CREATION, "usage.promptTokensDetails.cacheWriteTokens")
          .with(REASONING, "usage.completionTokensDetails.reasoningTokens")
          .with(AUDIO, "usage.promptTokensDetails.audioTokens")
          .with(AUDIO, "usage.completionTokensDetails.audioTokens");

  /** Compatible servers omit details that the client requires, so those are read as JSON fields. */
  static final AiType OPENAI_RESPONSE =
      AiType.of(OPENAI_MODELS + "responses.Response", OPENAI)
          .with(MODEL, "model.isString?.asString")
          .with(MODEL, "model.isChat?.asChat.asString")
          .with(MODEL, "model.isOnly?.asOnly.asString")
          .with(ID, "id")
          .with(FINISH_REASON, "status.asString")
          .with(TOOL_CALLS, "output[].isFunctionCall?")
          .with(INPUT, "usage.inputTokens")
          .with(OUTPUT, "usage.outputTokens")
          .with(CACHE_READ, "usage._inputTokensDetails.asKnown._cachedTokens.asKnown")
          .with(CACHE_CREATION, "usage._inputTokensDetails.asKnown._cacheWriteTokens.asKnown")
          .with(REASONING, "usage._outputTokensDetails.asKnown._reasoningTokens.asKnown");

  private static final AiType OPENAI_STRUCTURED_CHAT =
      AiType.of(OPENAI_MODELS + "chat.completions.StructuredChatCompletion", OPENAI)
          .with("rawChatCompletion", OPENAI_CHAT);

  private static final AiType OPENAI_STRUCTURED_RESPONSE =
      AiType.of(OPENAI_MODELS + "responses.StructuredResponse", OPENAI)
          .with("rawResponse", OPENAI_RESPONSE);

  private static final AiType OPENAI_EMBEDDING =
      AiType.of(OPENAI_MODELS + "embeddings.CreateEmbeddingResponse", OPENAI)
          .with(MODEL, "model")
          .with(INPUT, "usage.promptTokens")
          .with(TOTAL, "usage.totalTokens");

  static final AiType ANTHROPIC_MESSAGE =
      AiType.of("com.anthropic.models.messages.Message", ANTHROPIC)
          .with(MODEL, "model.asString")
          .with(ID, "id")
          .with(FINISH_REASON, "stopReason.asString")
          .with(TOOL_CALLS, "content[].isToolUse?")
          .with(INPUT, "usage.inputTokens")
          .with(OUTPUT, "usage.outputTokens")
          .with(SEPARATE_CACHE_READ, "usage.cacheReadInputTokens")
          .with(SEPARATE_CACHE_CREATION, "usage.cacheCreationInputTokens")
          .with(REASONING, "usage.outputTokensDetails.thinkingTokens");

  private static final AiType ANTHROPIC_STRUCTURED_MESSAGE =
      AiType.of("com.anthropic.models.messages.StructuredMessage", ANTHROPIC)
          .with("rawMessage", ANTHROPIC_MESSAGE);

  static final AiType GOOGLE_CONTENT =
      AiType.of("com.google.genai.types.GenerateContentResponse", GOOGLE)
          .with(MODEL, "modelVersion")
          .with(ID, "responseId")
          .with(FINISH_REASON, "candidates[].finishReason.toString")
          .with(TOOL_CALLS, "candidates[].content.parts[].functionCall")
          .with(INPUT, "usageMetadata.promptTokenCount")
          .with(OUTPUT, "usageMetadata.candidatesTokenCount")
          .with(TOTAL, "usageMetadata.totalTokenCount")
          .with(MORE_INPUT, "usageMetadata.toolUsePromptTokenCount")
          .with(CACHE_READ, "usageMetadata.cachedContentTokenCount")
          .with(SEPARATE_REASONING, "usageMetadata.thoughtsTokenCount")
          .with(MODALITY, "usageMetadata.promptTokensDetails[].modality.toString")
          .with(MODALITY, "usageMetadata.candidatesTokensDetails[].modality.toString")
          .with(MODALITY, "usageMetadata.toolUsePromptTokensDetails[].modality.toString");

  /** The model is only in the request. */
  private static final AiType BEDROCK_CONVERSE =
      AiType.of("software.amazon.awssdk.services.bedrockruntime.model.ConverseResponse", BEDROCK)
          .with(FINISH_REASON, "stopReasonAsString")
          .with(TOOL_CALLS, "output.message.content[].toolUse")
          .with(INPUT, "usage.inputTokens")
          .with(OUTPUT, "usage.outputTokens")
          .with(TOTAL, "usage.totalTokens")
          .with(SEPARATE_CACHE_READ, "usage.cacheReadInputTokens")
          .with(SEPARATE_CACHE_CREATION, "usage.cacheWriteInputTokens");

  static final List<AiType> TABLE =
      List.of(
          LANGCHAIN4J_CHAT,
          LANGCHAIN4J_RESULT,
          LANGCHAIN4J_RESPONSE,
          LANGCHAIN4J_EMBEDDING,
          LANGCHAIN4J_MESSAGE,
          SPRING_CHAT,
          SPRING_CLIENT,
          SPRING_ENTITY,
          SPRING_EMBEDDING,
          OPENAI_CHAT,
          OPENAI_RESPONSE,
          OPENAI_STRUCTURED_CHAT,
          OPENAI_STRUCTURED_RESPONSE,
          OPENAI_EMBEDDING,
          ANTHROPIC_MESSAGE,
          ANTHROPIC_STRUCTURED_MESSAGE,
          GOOGLE_CONTENT,
          BEDROCK_CONVERSE);

  private AiResponses() {}
}
