package io.spanloom.aiclients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.errors.BadRequestException;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import io.spanloom.support.LogCapture;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BadInputTest extends AiClientTestBase {

  private static final String REQUEST =
      """
      gen_ai.operation.name=chat
      gen_ai.provider.name=openai
      gen_ai.request.model=gpt-4o
      """;

  private final OpenAiCalls calls =
      new OpenAiCalls(
          OpenAIOkHttpClient.builder().baseUrl(server.url()).apiKey("key").maxRetries(2).build());

  private ChatCompletion chat() {
    return calls.chat(params());
  }

  private static ChatCompletionCreateParams params() {
    return ChatCompletionCreateParams.builder().model("gpt-4o").addUserMessage(MARK).build();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "null | no usage",
        "{} | no usage",
        "\"MARKED-CONTENT-4711\" | no usage",
        "{\"prompt_tokens\": -1, \"completion_tokens\": 2, \"total_tokens\": 1}"
            + " | gen_ai.usage.output_tokens=2",
        "{\"prompt_tokens\": 1, \"completion_tokens\": \"MARKED-CONTENT-4711\"}"
            + " | gen_ai.usage.input_tokens=1",
        "{\"prompt_tokens\": 9223372036854775807, \"completion_tokens\": 1, \"total_tokens\": 1}"
            + " | gen_ai.usage.output_tokens=1",
      })
  void omitsInvalidUsageAndCost(String usage, String expected) {
    try (LogCapture log = LogCapture.of("io.spanloom")) {
      server.reply(AiReplies.openAiChat("gpt-4o", MARK, usage));
      chat();
      String span = span();
      assertThat(span).doesNotContain("ai.cost", "ai.usage.total_tokens");
      assertThat(span.lines().filter(line -> line.contains("tokens=")).toList())
          .isEqualTo(expected.equals("no usage") ? List.of() : List.of(expected));
      assertThat(log.lines().toString()).doesNotContain(MARK);
    }
  }

  @Test
  void recordsZeroTokens() {
    server.reply(
        AiReplies.openAiChat(
            "gpt-4o",
            MARK,
            "{\"prompt_tokens\": 0, \"completion_tokens\": 0, \"total_tokens\": 0}"));
    chat();
    assertThat(span())
        .contains(
            "ai.cost.estimated_usd=0.0\n",
            "ai.usage.total_tokens=0\n",
            "gen_ai.usage.input_tokens=0\n",
            "gen_ai.usage.output_tokens=0\n");
  }

  @Test
  void omitsNullModelAndUsesPriceOfRequestedOne() {
    server.reply(AiReplies.openAiChat("gpt-4o", MARK).replace("\"model\": \"gpt-4o\",", ""));
    chat();
    assertThat(span())
        .doesNotContain("gen_ai.response.model")
        .contains("ai.cost.estimated_usd=0.004\n");
  }

  @Test
  void hasNoCostForUnknownModel() {
    server.reply(AiReplies.openAiChat("gpt-99", MARK));
    chat();
    assertThat(span()).doesNotContain("ai.cost").contains("gen_ai.response.model=gpt-99\n");
  }

  @Test
  void retriesInsideClientAreOneSpan() {
    String refused = "{\"error\": {\"message\": \"" + MARK + "\"}}";
    server.reply(429, refused);
    server.reply(429, refused);
    server.reply(AiReplies.openAiChat("gpt-4o", MARK));
    chat();
    assertThat(server.requests()).isEqualTo(3);
    assertThat(span()).contains("gen_ai.usage.input_tokens=1000\n").doesNotContain("error.type");
  }

  @Test
  void recordsTypeButNoMessageOfError() {
    server.reply(400, "{\"error\": {\"message\": \"" + MARK + "\"}}");
    assertThatThrownBy(this::chat)
        .isInstanceOf(BadRequestException.class)
        .hasMessageContaining(MARK);
    assertThat(span())
        .isEqualTo(
            "chat gpt-4o CLIENT\nai.prompt.history_size=1\n"
                + "error.type=com.openai.errors.BadRequestException\n"
                + REQUEST);
  }

  @Test
  void recordsTypeButNoMessageOfAsynchronousError() {
    server.reply(400, "{\"error\": {\"message\": \"" + MARK + "\"}}");
    assertThatThrownBy(() -> calls.chatAsync(params()).join())
        .isInstanceOf(CompletionException.class);
    assertThat(span()).contains("error.type=com.openai.errors.BadRequestException\n");
  }
}
