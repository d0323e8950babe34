package io.spanloom.aiclients;

import static org.assertj.core.api.Assertions.assertThat;

import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.google.genai.Client;
import com.google.genai.types.HttpOptions;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.models.responses.ResponseCreateParams;
import dev.langchain4j.model.openai.OpenAiChatModel;
import io.spanloom.support.LogCapture;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Replies of each client without usage or model, with invalid numbers, and after a refusal. */
final class InvalidUsageTest extends AiClientTestBase {

  private static final Pattern USAGE =
      Pattern.compile(",\\s*\"usage(Metadata)?\":.*", Pattern.DOTALL);

  /** A client with a reply and a call. */
  enum Clients {
    OPENAI_CHAT(AiReplies.openAiChat("gpt-4o-2024-08-06", MARK)) {
      @Override
      void call(FakeAiServer server) {
        openAi(server).chat(OpenAiTest.chatParams().build());
      }
    },
    OPENAI_RESPONSES(AiReplies.openAiResponse("gpt-4o-2024-08-06", MARK)) {
      @Override
      void call(FakeAiServer server) {
        openAi(server).response(ResponseCreateParams.builder().model("gpt-4o").input(MARK).build());
      }
    },
    ANTHROPIC(AiReplies.anthropicMessage("claude-sonnet-4-5-20250929", MARK)) {
      @Override
      void call(FakeAiServer server) {
        new AnthropicTest.Calls(
                AnthropicOkHttpClient.builder().baseUrl(server.url()).apiKey("key").build())
            .message(AnthropicTest.params().build());
      }
    },
    GOOGLE(AiReplies.geminiContent("gemini-2.5-pro", MARK)) {
      @Override
      void call(FakeAiServer server) {
        new GoogleGenAiTest.Calls(
                Client.builder()
                    .apiKey("key")
                    .httpOptions(HttpOptions.builder().baseUrl(server.url()).build())
                    .build())
            .generate(MARK, GoogleGenAiTest.config());
      }
    },
    BEDROCK(AiReplies.bedrockConverse(MARK)) {
      @Override
      void call(FakeAiServer server) {
        new BedrockTest.Calls(BedrockTest.client(server), BedrockTest.asyncClient(server))
            .converse(BedrockTest.request());
      }
    },
    LANGCHAIN4J(AiReplies.openAiChat("gpt-4o-2024-08-06", MARK)) {
      @Override
      void call(FakeAiServer server) {
        new LangChain4jTest.Calls(
                OpenAiChatModel.builder().baseUrl(server.url()).apiKey("key").build())
            .openAi(LangChain4jTest.request("gpt-4o"));
      }
    },
    SPRING_AI(AiReplies.openAiChatWithoutTools("gpt-4o-2024-08-06", MARK)) {
      @Override
      void call(FakeAiServer server) {
        new SpringAiTest.Calls(SpringAiTest.model(server)).chat(SpringAiTest.prompt(server));
      }
    };

    private final String reply;

    Clients(String reply) {
      this.reply = reply;
    }

    abstract void call(FakeAiServer server);

    private static OpenAiCalls openAi(FakeAiServer server) {
      return new OpenAiCalls(
          OpenAIOkHttpClient.builder().baseUrl(server.url()).apiKey("key").build());
    }

    /** Returns the reply with all numbers of its usage replaced. */
    String replyWithTokens(long tokens) {
      int usage = reply.indexOf("\"usage");
      return reply.substring(0, usage)
          + reply.substring(usage).replaceAll("(\": )\\d+", "$1" + tokens);
    }
  }

  private String spanAfter(Clients client, String reply) {
    server.reply(reply);
    return spanOf(client);
  }

  private String spanOf(Clients client) {
    try (LogCapture log = LogCapture.of("io.spanloom")) {
      client.call(server);
      assertThat(log.lines().toString()).doesNotContain(MARK);
    }
    return span();
  }

  @ParameterizedTest
  @EnumSource
  void omitsTokensAndCostOfMissingUsage(Clients client) {
    assertThat(spanAfter(client, USAGE.matcher(client.reply).replaceFirst("}")))
        .doesNotContain("gen_ai.usage", "ai.usage", "ai.cost", "error.type")
        .contains("gen_ai.response.finish_reasons");
  }

  /** Spring AI reports a missing usage as zeros. */
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SPRING_AI")
  void recordsZeroTokens(Clients client) {
    assertThat(spanAfter(client, client.replyWithTokens(0)))
        .contains("gen_ai.usage.input_tokens=0\n", "gen_ai.usage.output_tokens=0\n")
        .contains("ai.cost.estimated_usd=0.0\n", "ai.usage.total_tokens=0\n");
  }

  @ParameterizedTest
  @EnumSource
  void omitsNegativeTokensAndCost(Clients client) {
    assertThat(spanAfter(client, client.replyWithTokens(-5)))
        .doesNotContain("gen_ai.usage", "ai.usage", "ai.cost", "error.type");
  }

  /** Spring AI fails without a model. */
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SPRING_AI")
  void pricesRequestedModelIfResponseNamesNone(Clients client) {
    String reply = client.reply.replaceAll("\"(model|modelVersion)\": \"[^\"]*\",?", "");
    assertThat(spanAfter(client, reply))
        .doesNotContain("gen_ai.response.model", "error.type")
        .contains("gen_ai.usage.input_tokens=1000\n", "ai.cost.estimated_usd=0.00");
  }

  @ParameterizedTest
  @EnumSource
  void clientsRetriesAreOneSpan(Clients client) {
    server.reply(
        429,
        "{\"message\": \"%1$s\", \"error\": {\"code\": 429, \"message\": \"%1$s\"}}"
            .formatted(MARK));
    server.reply(client.reply);
    assertThat(spanOf(client).toLowerCase(Locale.ROOT))
        .contains("gen_ai.usage.input_tokens=1000\n", "gen_ai.usage.output_tokens=200\n")
        .doesNotContain("error.type");
    assertThat(server.requests()).isEqualTo(2);
  }
}
