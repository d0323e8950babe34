package io.spanloom.aiclients;

import static org.assertj.core.api.Assertions.assertThat;

import com.openai.models.chat.completions.ChatCompletion;
import io.opentelemetry.context.Context;
import io.spanloom.AICall;
import io.spanloom.Traced;
import io.spanloom.runtime.Ai;
import io.spanloom.runtime.AiUsage;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

final class ProgramTypesTest extends AiClientTestBase {

  /** A result that holds a client's response. */
  record Answer(String text, Optional<ChatCompletion> completion) {}

  /** A result with numbers of its own. */
  record Numbers(String text, Used used) {}

  /** Numbers with the names that generated code knows. */
  record Used(
      String model, int inputTokens, Long outputTokens, Optional<Integer> reasoningTokens) {}

  /** A bean with numbers. */
  static final class Bean {
    public long getInputTokens() {
      return 1000;
    }

    public long getOutputTokens() {
      return 200;
    }
  }

  static final class Calls {

    @AICall(provider = "openai", usage = "result.used")
    Numbers numbers(String text) {
      return new Numbers(text, new Used("gpt-4o", 1000, 200L, Optional.of(50)));
    }

    @AICall(provider = "openai", usage = "result.used()")
    CompletableFuture<Numbers> numbersAsync(String text) {
      return CompletableFuture.supplyAsync(() -> numbersOf(text));
    }

    private static Numbers numbersOf(String text) {
      return new Numbers(text, new Used("gpt-4o", 1000, 200L, Optional.of(50)));
    }

    @AICall(provider = "openai", model = "gpt-4o", usage = "result")
    Bean bean(String text) {
      return new Bean();
    }

    @AICall(usage = "result.completion")
    Answer missing(String text) {
      return new Answer(text, Optional.empty());
    }

    @SuppressWarnings("SPL012")
    @AICall(provider = "openai", model = "gpt-4o")
    String recorded(String text) {
      Ai.recordUsage(AiUsage.of(600, 100).withReasoning(50));
      inner();
      return text;
    }

    @Traced
    void inner() {
      Context context = Context.current();
      CompletableFuture.runAsync(context.wrap(() -> Ai.recordUsage(400, 100))).join();
      Ai.recordModel("gpt-4o-2024-08-06");
    }
  }

  private final Calls calls = new Calls();

  private static final String NUMBERS =
      """
      chat CLIENT
      ai.cost.estimated_usd=%s
      ai.usage.total_tokens=1200
      gen_ai.operation.name=chat
      gen_ai.provider.name=openai
      gen_ai.response.model=gpt-4o
      gen_ai.usage.input_tokens=1000
      gen_ai.usage.output_tokens=200
      gen_ai.usage.reasoning.output_tokens=50
      """
          .formatted((1000 * 2.5 + 200 * 10) / 1_000_000);

  @Test
  void readsOwnRecord() {
    calls.numbers(MARK);
    assertThat(span()).isEqualTo(NUMBERS);
  }

  @Test
  void readsOwnRecordOfAsynchronousCall() {
    assertThat(spanOf(calls.numbersAsync(MARK))).isEqualTo(NUMBERS);
  }

  @Test
  void readsOwnBean() {
    calls.bean(MARK);
    assertThat(span())
        .contains("gen_ai.usage.input_tokens=1000\n", "gen_ai.usage.output_tokens=200\n");
  }

  @Test
  void omitsMissingResponse() {
    calls.missing(MARK);
    assertThat(span())
        .isEqualTo("chat CLIENT\ngen_ai.operation.name=chat\ngen_ai.provider.name=openai\n");
  }

  @Test
  void addsUsageThatTheMethodRecordsOnAnyThread() {
    calls.recorded(MARK);
    assertThat(span("chat gpt-4o"))
        .isEqualTo(
            NUMBERS
                .replace("chat CLIENT", "chat gpt-4o CLIENT")
                .replace(
                    "gen_ai.response.model=gpt-4o",
                    "gen_ai.request.model=gpt-4o\ngen_ai.response.model=gpt-4o-2024-08-06"));
  }

  @Test
  void ignoresUsageOutsideAiCall() {
    Ai.recordUsage(1, 1);
    Ai.recordModel("m");
    calls.missing(MARK);
    assertThat(span()).doesNotContain("tokens");
  }
}
