package io.spanloom.processor.read.ai;

import static io.spanloom.processor.model.AiField.AUDIO;
import static io.spanloom.processor.model.AiField.CACHE_CREATION;
import static io.spanloom.processor.model.AiField.CACHE_READ;
import static io.spanloom.processor.model.AiField.FINISH_REASON;
import static io.spanloom.processor.model.AiField.ID;
import static io.spanloom.processor.model.AiField.INPUT;
import static io.spanloom.processor.model.AiField.MODEL;
import static io.spanloom.processor.model.AiField.OUTPUT;
import static io.spanloom.processor.model.AiField.REASONING;
import static io.spanloom.processor.model.AiField.SEPARATE_CACHE_CREATION;
import static io.spanloom.processor.model.AiField.SEPARATE_CACHE_READ;
import static io.spanloom.processor.model.AiField.TOOL_CALLS;
import static io.spanloom.processor.model.AiField.TOOL_CALL_ID;
import static io.spanloom.processor.model.AiField.TOTAL;

import java.util.ArrayList;
import java.util.List;

/**
 * The table of the types of chunks in which AI clients stream a response. Supporting another type
 * requires an entry here; {@link AiType} describes the paths.
 *
 * <p>The runtime keeps the first model and ID of a stream, the largest number of tokens of each
 * kind, and each finish reason once.
 */
final class AiChunks {

  private static final String BEDROCK_MODELS =
      "software.amazon.awssdk.services.bedrockruntime.model.";

  /** The events of a publisher; all numbers are in the last one. */
  private static final AiType LANGCHAIN4J_EVENT =
      AiType.of(
              AiResponses.LANGCHAIN4J + "model.chat.response.ChatModelStreamingEvent",
              AiResponses.ANY)
          .with(
              "<" + AiResponses.LANGCHAIN4J + "model.chat.response.CompleteResponse>.chatResponse",
              AiResponses.LANGCHAIN4J_CHAT);

  private static final AiType SPRING_CHAT =
      AiResponses.SPRING_CHAT
          .without(TOOL_CALLS)
          .with(TOOL_CALL_ID, "getResults[].getOutput.getToolCalls[].id");

  private static final AiType SPRING_CLIENT =
      AiType.of(AiResponses.SPRING + "chat.client.ChatClientResponse", AiResponses.ANY)
          .with("chatResponse", SPRING_CHAT);

  /** The usage is in the last chunk if the request asks for it. */
  private static final AiType OPENAI_CHAT =
      AiType.of(
              AiResponses.OPENAI_MODELS + "chat.completions.ChatCompletionChunk",
              AiResponses.OPENAI)
          .with(MODEL, "model")
          .with(ID, "id")
          .with(FINISH_REASON, "choices[].finishReason.asString")
          .with(TOOL_CALL_ID, "choices[].delta.toolCalls[].id")
          .with(INPUT, "usage.promptTokens")
          .with(OUTPUT, "usage.completionTokens")
          .with(CACHE_READ, "usage.promptTokensDetails.cachedTokens")
          .with(CACHE_CREATION, "usage.promptTokensDetails.cacheWriteTokens")
          .with(REASONING, "usage.completionTokensDetails.reasoningTokens")
          .with(AUDIO, "usage.promptTokensDetails.audioTokens")
          .with(AUDIO, "usage.completionTokensDetails.audioTokens");

  /** The first event has the model and the ID, the last one the whole response. */
  private static final AiType OPENAI_RESPONSE =
      AiType.of(AiResponses.OPENAI_MODELS + "responses.ResponseStreamEvent", AiResponses.OPENAI)
          .with(MODEL, "isCreated?.asCreated.response.model.isString?.asString")
          .with(MODEL, "isCreated?.asCreated.response.model.isChat?.asChat.asString")
          .with(MODEL, "isCreated?.asCreated.response.model.isOnly?.asOnly.asString")
          .with(ID, "isCreated?.asCreated.response.id")
          .with("isCompleted?.asCompleted.response", AiResponses.OPENAI_RESPONSE)
          .with("isIncomplete?.asIncomplete.response", AiResponses.OPENAI_RESPONSE)
          .with("isFailed?.asFailed.response", AiResponses.OPENAI_RESPONSE);

  /** The numbers of the first event are preliminary, those of the later ones are totals. */
  private static final AiType ANTHROPIC_EVENT =
      AiType.of("com.anthropic.models.messages.RawMessageStreamEvent", AiResponses.ANTHROPIC)
          .with("isMessageStart?.asMessageStart.message", AiResponses.ANTHROPIC_MESSAGE)
          .with(TOOL_CALLS, "isContentBlockStart?.asContentBlockStart.contentBlock.isToolUse?")
          .with(FINISH_REASON, "isMessageDelta?.asMessageDelta.delta.stopReason.asString")
          .with(INPUT, "isMessageDelta?.asMessageDelta.usage.inputTokens")
          .with(OUTPUT, "isMessageDelta?.asMessageDelta.usage.outputTokens")
          .with(SEPARATE_CACHE_READ, "isMessageDelta?.asMessageDelta.usage.cacheReadInputTokens")
          .with(
              SEPARATE_CACHE_CREATION,
              "isMessageDelta?.asMessageDelta.usage.cacheCreationInputTokens")
          .with(
              REASONING, "isMessageDelta?.asMessageDelta.usage.outputTokensDetails.thinkingTokens");

  private static final String BEDROCK_METADATA =
      "<" + BEDROCK_MODELS + "ConverseStreamMetadataEvent>.usage.";

  /** The model is only in the request. */
  private static final AiType BEDROCK_EVENT =
      AiType.of(BEDROCK_MODELS + "ConverseStreamOutput", AiResponses.BEDROCK)
          .with(FINISH_REASON, "<" + BEDROCK_MODELS + "MessageStopEvent>.stopReasonAsString")
          .with(TOOL_CALLS, "<" + BEDROCK_MODELS + "ContentBlockStartEvent>.start.toolUse")
          .with(INPUT, BEDROCK_METADATA + "inputTokens")
          .with(OUTPUT, BEDROCK_METADATA + "outputTokens")
          .with(TOTAL, BEDROCK_METADATA + "totalTokens")
          .with(SEPARATE_CACHE_READ, BEDROCK_METADATA + "cacheReadInputTokens")
          .with(SEPARATE_CACHE_CREATION, BEDROCK_METADATA + "cacheWriteInputTokens");

  /** The types of chunks, before those of whole responses, which some clients also stream. */
  static final List<AiType> TABLE =
      withResponses(
          LANGCHAIN4J_EVENT,
          SPRING_CHAT,
          SPRING_CLIENT,
          OPENAI_CHAT,
          OPENAI_RESPONSE,
          ANTHROPIC_EVENT,
          BEDROCK_EVENT);

  private static List<AiType> withResponses(AiType... chunks) {
    List<AiType> result = new ArrayList<>(List.of(chunks));
    result.addAll(AiResponses.TABLE);
    return List.copyOf(result);
  }

  private AiChunks() {}
}
