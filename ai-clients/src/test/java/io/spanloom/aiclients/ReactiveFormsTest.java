package io.spanloom.aiclients;

import static org.assertj.core.api.Assertions.assertThat;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.MessageCreateParams;
import com.google.genai.Client;
import com.google.genai.types.GenerateContentConfig;
import com.google.genai.types.GenerateContentResponse;
import com.google.genai.types.HttpOptions;
import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.openai.OpenAiChatModel;
import io.smallrye.mutiny.Uni;
import io.spanloom.AICall;
import org.junit.jupiter.api.Test;
import org.springframework.ai.chat.prompt.Prompt;
import reactor.core.publisher.Mono;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseRequest;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseResponse;

/** The clients' asynchronous calls as reactive results, whose spans start when they are used. */
final class ReactiveFormsTest extends AiClientTestBase {

  /** Traced calls of all clients. */
  final class Calls {
    private final OpenAIClient openAi =
        OpenAIOkHttpClient.builder().baseUrl(server.url()).apiKey("key").build();
    private final AnthropicClient anthropic =
        AnthropicOkHttpClient.builder().baseUrl(server.url()).apiKey("key").build();
    private final Client google =
        Client.builder()
            .apiKey("key")
            .httpOptions(HttpOptions.builder().baseUrl(server.url()).build())
            .build();
    private final OpenAiChatModel langChain4j =
        OpenAiChatModel.builder().baseUrl(server.url()).apiKey("key").build();

    @AICall
    Mono<ChatCompletion> openAiMono(ChatCompletionCreateParams params) {
      return Mono.fromFuture(() -> openAi.async().chat().completions().create(params));
    }

    @AICall
    Uni<ChatCompletion> openAiUni(ChatCompletionCreateParams params) {
      return Uni.createFrom()
          .completionStage(() -> openAi.async().chat().completions().create(params));
    }

    @AICall
    Mono<Message> anthropicMono(MessageCreateParams params) {
      return Mono.fromFuture(() -> anthropic.async().messages().create(params));
    }

    @AICall
    Uni<Message> anthropicUni(MessageCreateParams params) {
      return Uni.createFrom().completionStage(() -> anthropic.async().messages().create(params));
    }

    @AICall(model = "gemini-2.5-pro", operation = AICall.Operation.GENERATE_CONTENT)
    Mono<GenerateContentResponse> googleMono(GenerateContentConfig config) {
      return Mono.fromFuture(
          () -> google.async.models.generateContent("gemini-2.5-pro", MARK, config));
    }

    @AICall(model = "gemini-2.5-pro", operation = AICall.Operation.GENERATE_CONTENT)
    Uni<GenerateContentResponse> googleUni(GenerateContentConfig config) {
      return Uni.createFrom()
          .completionStage(
              () -> google.async.models.generateContent("gemini-2.5-pro", MARK, config));
    }

    @AICall
    Mono<ConverseResponse> bedrockMono(ConverseRequest request) {
      return Mono.fromFuture(() -> BedrockTest.asyncClient(server).converse(request));
    }

    @AICall
    Uni<ConverseResponse> bedrockUni(ConverseRequest request) {
      return Uni.createFrom()
          .completionStage(() -> BedrockTest.asyncClient(server).converse(request));
    }

    @AICall(provider = "openai")
    Mono<ChatResponse> langChain4jMono(ChatRequest request) {
      return Mono.fromCallable(() -> langChain4j.chat(request));
    }

    @AICall(provider = "openai")
    Uni<ChatResponse> langChain4jUni(ChatRequest request) {
      return Uni.createFrom().item(() -> langChain4j.chat(request));
    }

    @AICall(provider = "openai")
    Mono<org.springframework.ai.chat.model.ChatResponse> springMono(Prompt prompt) {
      return Mono.fromCallable(() -> SpringAiTest.model(server).call(prompt));
    }

    @AICall(provider = "openai")
    Uni<org.springframework.ai.chat.model.ChatResponse> springUni(Prompt prompt) {
      return Uni.createFrom().item(() -> SpringAiTest.model(server).call(prompt));
    }
  }

  private final Calls calls = new Calls();

  private String span(Mono<?> result) {
    result.block();
    return span();
  }

  private String span(Uni<?> result) {
    result.await().indefinitely();
    return span();
  }

  @Test
  void tracesMonoOfOpenAi() {
    server.reply(AiReplies.openAiChat("gpt-4o-2024-08-06", MARK));
    assertThat(span(calls.openAiMono(OpenAiTest.chatParams().build()))).isEqualTo(OpenAiTest.CHAT);
  }

  @Test
  void tracesUniOfOpenAi() {
    server.reply(AiReplies.openAiChat("gpt-4o-2024-08-06", MARK));
    assertThat(span(calls.openAiUni(OpenAiTest.chatParams().build()))).isEqualTo(OpenAiTest.CHAT);
  }

  @Test
  void tracesMonoOfAnthropic() {
    server.reply(AiReplies.anthropicMessage("claude-sonnet-4-5-20250929", MARK));
    assertThat(span(calls.anthropicMono(AnthropicTest.params().build())))
        .isEqualTo(AnthropicTest.MESSAGE);
  }

  @Test
  void tracesUniOfAnthropic() {
    server.reply(AiReplies.anthropicMessage("claude-sonnet-4-5-20250929", MARK));
    assertThat(span(calls.anthropicUni(AnthropicTest.params().build())))
        .isEqualTo(AnthropicTest.MESSAGE);
  }

  @Test
  void tracesMonoOfGoogle() {
    server.reply(AiReplies.geminiContent("gemini-2.5-pro", MARK));
    assertThat(span(calls.googleMono(GoogleGenAiTest.config()))).isEqualTo(GoogleGenAiTest.CONTENT);
  }

  @Test
  void tracesUniOfGoogle() {
    server.reply(AiReplies.geminiContent("gemini-2.5-pro", MARK));
    assertThat(span(calls.googleUni(GoogleGenAiTest.config()))).isEqualTo(GoogleGenAiTest.CONTENT);
  }

  @Test
  void tracesMonoOfBedrock() {
    server.reply(AiReplies.bedrockConverse(MARK));
    assertThat(span(calls.bedrockMono(BedrockTest.request()))).isEqualTo(BedrockTest.CONVERSE);
  }

  @Test
  void tracesUniOfBedrock() {
    server.reply(AiReplies.bedrockConverse(MARK));
    assertThat(span(calls.bedrockUni(BedrockTest.request()))).isEqualTo(BedrockTest.CONVERSE);
  }

  @Test
  void tracesMonoOfLangChain4j() {
    server.reply(AiReplies.openAiChat("gpt-4o-2024-08-06", MARK));
    assertThat(span(calls.langChain4jMono(LangChain4jTest.request("gpt-4o"))))
        .isEqualTo(LangChain4jTest.OPENAI);
  }

  @Test
  void tracesUniOfLangChain4j() {
    server.reply(AiReplies.openAiChat("gpt-4o-2024-08-06", MARK));
    assertThat(span(calls.langChain4jUni(LangChain4jTest.request("gpt-4o"))))
        .isEqualTo(LangChain4jTest.OPENAI);
  }

  @Test
  void tracesMonoOfSpringAi() {
    server.reply(AiReplies.openAiChatWithoutTools("gpt-4o-2024-08-06", MARK));
    assertThat(span(calls.springMono(SpringAiTest.prompt(server)))).isEqualTo(SpringAiTest.CHAT);
  }

  @Test
  void tracesUniOfSpringAi() {
    server.reply(AiReplies.openAiChatWithoutTools("gpt-4o-2024-08-06", MARK));
    assertThat(span(calls.springUni(SpringAiTest.prompt(server)))).isEqualTo(SpringAiTest.CHAT);
  }
}
