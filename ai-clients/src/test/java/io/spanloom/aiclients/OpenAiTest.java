package io.spanloom.aiclients;

import static org.assertj.core.api.Assertions.assertThat;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.embeddings.EmbeddingCreateParams;
import com.openai.models.responses.ResponseCreateParams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OpenAiTest extends AiClientTestBase {

  /** A type of structured output. */
  static final class Answer {
    public String text = "";
  }

  /** Input: 600 of 1000 tokens at 2.5, 400 cached at 1.25; output: 200 tokens at 10. */
  private static final String CHAT_COST =
      "ai.cost.estimated_usd=" + (600 * 2.5 + 400 * 1.25 + 200 * 10) / 1_000_000;

  static final String CHAT =
      """
      chat gpt-4o CLIENT
      %s
      ai.prompt.history_size=2
      ai.tool.calls_count=1
      ai.usage.total_tokens=1200
      gen_ai.operation.name=chat
      gen_ai.provider.name=openai
      gen_ai.request.max_tokens=100
      gen_ai.request.model=gpt-4o
      gen_ai.request.temperature=0.2
      gen_ai.request.top_p=0.5
      gen_ai.response.finish_reasons=[tool_calls]
      gen_ai.response.id=chatcmpl-1
      gen_ai.response.model=gpt-4o-2024-08-06
      gen_ai.usage.cache_read.input_tokens=400
      gen_ai.usage.input_tokens=1000
      gen_ai.usage.output_tokens=200
      gen_ai.usage.reasoning.output_tokens=50
      """
          .formatted(CHAT_COST);

  static final String RESPONSE =
      CHAT.replace("[tool_calls]", "[completed]").replace("chatcmpl-1", "resp_1");

  private final OpenAIClient client =
      OpenAIOkHttpClient.builder().baseUrl(server.url()).apiKey("key").maxRetries(2).build();
  private final OpenAiCalls calls = new OpenAiCalls(client);

  static ChatCompletionCreateParams.Builder chatParams() {
    return ChatCompletionCreateParams.builder()
        .model("gpt-4o")
        .temperature(0.2)
        .topP(0.5)
        .maxCompletionTokens(100)
        .addSystemMessage(MARK)
        .addUserMessage(MARK);
  }

  private static ResponseCreateParams.Builder responseParams() {
    return ResponseCreateParams.builder()
        .model("gpt-4o")
        .temperature(0.2)
        .topP(0.5)
        .maxOutputTokens(100)
        .input(MARK);
  }

  @Test
  void tracesChatCompletion() {
    server.reply(AiReplies.openAiChat("gpt-4o-2024-08-06", MARK));
    assertThat(calls.chat(chatParams().build()).id()).isEqualTo("chatcmpl-1");
    assertThat(span()).isEqualTo(CHAT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"prompt_tokens_details", "completion_tokens_details"})
  void hasNoCostIfTokensOfAudioHaveAnotherPrice(String details) {
    String usage =
        "{\"prompt_tokens\": 1000, \"completion_tokens\": 200, \"total_tokens\": 1200, \"%s\":"
            + " {\"audio_tokens\": %d}}";
    server.reply(AiReplies.openAiChat("gpt-4o-2024-08-06", MARK, usage.formatted(details, 300)));
    calls.chat(chatParams().build());
    assertThat(span())
        .contains("gen_ai.usage.input_tokens=1000\n", "gen_ai.usage.output_tokens=200\n")
        .doesNotContain("ai.cost");
  }

  /** Input: 1000 tokens at 2.5; output: 200 tokens at 10. */
  @Test
  void hasCostIfThereAreNoTokensOfAudio() {
    String usage =
        "{\"prompt_tokens\": 1000, \"completion_tokens\": 200, \"total_tokens\": 1200,"
            + " \"prompt_tokens_details\": {\"audio_tokens\": 0},"
            + " \"completion_tokens_details\": {\"audio_tokens\": 0}}";
    server.reply(AiReplies.openAiChat("gpt-4o-2024-08-06", MARK, usage));
    calls.chat(chatParams().build());
    assertThat(span())
        .contains("ai.cost.estimated_usd=" + (1000 * 2.5 + 200 * 10) / 1_000_000 + "\n");
  }

  @Test
  void tracesAsynchronousChatCompletion() {
    server.reply(AiReplies.openAiChat("gpt-4o-2024-08-06", MARK));
    assertThat(spanOf(calls.chatAsync(chatParams().build()))).isEqualTo(CHAT);
  }

  @Test
  void tracesStructuredChatCompletion() {
    server.reply(AiReplies.openAiChat("gpt-4o-2024-08-06", MARK));
    calls.structuredChat(chatParams().responseFormat(Answer.class).build());
    assertThat(span()).isEqualTo(CHAT);
  }

  @Test
  void tracesAsynchronousStructuredChatCompletion() {
    server.reply(AiReplies.openAiChat("gpt-4o-2024-08-06", MARK));
    assertThat(spanOf(calls.structuredChatAsync(chatParams().responseFormat(Answer.class).build())))
        .isEqualTo(CHAT);
  }

  @Test
  void tracesResponse() {
    server.reply(AiReplies.openAiResponse("gpt-4o-2024-08-06", MARK));
    calls.response(responseParams().build());
    assertThat(span()).isEqualTo(RESPONSE.replace("ai.prompt.history_size=2\n", ""));
  }

  @Test
  void tracesAsynchronousResponse() {
    server.reply(AiReplies.openAiResponse("gpt-4o-2024-08-06", MARK));
    assertThat(spanOf(calls.responseAsync(responseParams().build())))
        .isEqualTo(RESPONSE.replace("ai.prompt.history_size=2\n", ""));
  }

  @Test
  void tracesStructuredResponse() {
    server.reply(AiReplies.openAiResponse("gpt-4o-2024-08-06", MARK));
    calls.structuredResponse(responseParams().text(Answer.class).build());
    assertThat(span()).isEqualTo(RESPONSE.replace("ai.prompt.history_size=2\n", ""));
  }

  @Test
  void tracesAsynchronousStructuredResponse() {
    server.reply(AiReplies.openAiResponse("gpt-4o-2024-08-06", MARK));
    assertThat(spanOf(calls.structuredResponseAsync(responseParams().text(Answer.class).build())))
        .isEqualTo(RESPONSE.replace("ai.prompt.history_size=2\n", ""));
  }

  /** Input: 500 tokens at 0.02. */
  private static final String EMBEDDING =
      """
      embeddings text-embedding-3-small CLIENT
      ai.cost.estimated_usd=%s
      ai.usage.total_tokens=500
      gen_ai.operation.name=embeddings
      gen_ai.provider.name=openai
      gen_ai.request.model=text-embedding-3-small
      gen_ai.response.model=text-embedding-3-small
      gen_ai.usage.input_tokens=500
      """
          .formatted(500 * 0.02 / 1_000_000);

  private static EmbeddingCreateParams embeddingParams() {
    return EmbeddingCreateParams.builder().model("text-embedding-3-small").input(MARK).build();
  }

  @Test
  void tracesEmbedding() {
    server.reply(AiReplies.openAiEmbedding("text-embedding-3-small"));
    calls.embed(embeddingParams());
    assertThat(span()).isEqualTo(EMBEDDING);
  }

  @Test
  void tracesAsynchronousEmbedding() {
    server.reply(AiReplies.openAiEmbedding("text-embedding-3-small"));
    assertThat(spanOf(calls.embedAsync(embeddingParams()))).isEqualTo(EMBEDDING);
  }
}
