package io.spanloom.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The names of the attributes of AI calls, and what the annotation permits. */
@ExtendWith(SuppressedLogs.class)
final class AiAttributesTest {

  private static final String SOURCE =
      """
      import dev.langchain4j.data.message.*;
      import dev.langchain4j.model.chat.request.ChatRequest;
      import dev.langchain4j.model.chat.response.*;
      import dev.langchain4j.model.output.*;
      import io.spanloom.*;
      import java.util.concurrent.*;
      public class Calls {
        @AICall(provider = "openai", phase = "plan")
        static CompletionStage<ChatResponse> ask(ChatRequest request) {
          return CompletableFuture.completedStage(
              ChatResponse.builder().aiMessage(AiMessage.from("text")).id("r-1").modelName("gpt-4o")
                  .tokenUsage(new TokenUsage(1000, 200)).build());
        }
        @AICall(provider = "openai", recordExceptionMessages = true)
        static ChatResponse fail() { throw new IllegalStateException("allowed"); }
        public static Object run() {
          ask(ChatRequest.builder().messages(UserMessage.from("text")).modelName("gpt-4o-mini")
              .temperature(0.5).topP(0.25).maxOutputTokens(10).build());
          try { return fail(); } catch (IllegalStateException e) { return "failed"; }
        }
      }
      """;

  private static final String GENAI =
      " gen_ai.operation.name=chat, gen_ai.provider.name=openai, gen_ai.request.max_tokens=10,"
          + " gen_ai.request.model=gpt-4o-mini, gen_ai.request.temperature=0.5,"
          + " gen_ai.request.top_p=0.25, gen_ai.response.id=r-1, gen_ai.response.model=gpt-4o,"
          + " gen_ai.usage.input_tokens=1000, gen_ai.usage.output_tokens=200}";

  @ParameterizedTest
  @CsvSource({"genai", "ai", "both"})
  void optionSelectsNames(String option) {
    ComparedRun compared =
        ComparedRun.run(
            "Calls", Program.compile(List.of("-Aspanloom.ai.attributes=" + option), SOURCE));

    String expected =
        switch (option) {
          case "genai" ->
              "chat gpt-4o-mini CLIENT {ai.cost.estimated_usd=0.0045, ai.prompt.history_size=1,"
                  + " ai.prompt.phase=plan, ai.usage.total_tokens=1200,"
                  + GENAI;
          case "ai" ->
              "chat gpt-4o-mini CLIENT {ai.cost.estimated_usd=0.0045, ai.model=gpt-4o,"
                  + " ai.prompt.history_size=1, ai.prompt.phase=plan, ai.system=openai,"
                  + " ai.temperature=0.5, ai.usage.completion_tokens=200,"
                  + " ai.usage.prompt_tokens=1000, ai.usage.total_tokens=1200}";
          default ->
              "chat gpt-4o-mini CLIENT {ai.cost.estimated_usd=0.0045, ai.model=gpt-4o,"
                  + " ai.prompt.history_size=1, ai.prompt.phase=plan, ai.system=openai,"
                  + " ai.temperature=0.5, ai.usage.completion_tokens=200,"
                  + " ai.usage.prompt_tokens=1000, ai.usage.total_tokens=1200,"
                  + GENAI;
        };
    assertThat(compared.tree().lines().findFirst()).contains(expected);
  }

  @Test
  void recordsExceptionMessageIfAllowed() {
    ComparedRun compared = ComparedRun.run("Calls", SOURCE);

    assertThat(compared.tree()).contains("exception.message=allowed");
  }
}
