package io.spanloom.runtime.woven;

import static io.spanloom.runtime.woven.AgentCalls.AGENT;
import static io.spanloom.runtime.woven.AgentCalls.CHAT;
import static io.spanloom.runtime.woven.AgentCalls.EMBEDDING;
import static io.spanloom.runtime.woven.AgentCalls.INNER;
import static io.spanloom.runtime.woven.AgentCalls.SERVICE;
import static io.spanloom.runtime.woven.AgentCalls.TOOL;
import static io.spanloom.runtime.woven.AgentCalls.chat;
import static io.spanloom.runtime.woven.AgentCalls.respond;
import static io.spanloom.runtime.woven.AgentCalls.run;
import static io.spanloom.runtime.woven.AgentCalls.span;
import static io.spanloom.runtime.woven.AgentCalls.start;
import static io.spanloom.runtime.woven.AgentCalls.sums;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.runtime.AiUsage;
import org.junit.jupiter.api.Test;

/** The numbers on the spans of agents. */
final class AgentLoopTest {

  private static String sumsOf(Runnable body) {
    try (InMemoryTracing tracing = InMemoryTracing.install()) {
      run(AGENT, body);
      return sums(span(tracing, "agent"));
    }
  }

  @Test
  void sumsUpTurnsAndToolCalls() {
    assertThat(
            sumsOf(
                () -> {
                  chat(1);
                  run(TOOL, AgentCalls::nothing);
                  chat(0);
                }))
        .isEqualTo("2 iterations, 1 tools, 2000+400=2400, 0.009");
  }

  @Test
  void showsNothingWithoutCallsBeneath() {
    assertThat(sumsOf(AgentCalls::nothing))
        .isEqualTo("null iterations, null tools, null+null=null, null");
  }

  @Test
  void countsCallsOfInnerAgentOnceInEachAgent() {
    try (InMemoryTracing tracing = InMemoryTracing.install()) {
      run(
          AGENT,
          () -> {
            chat(1);
            run(
                TOOL,
                () ->
                    run(
                        INNER,
                        () -> {
                          chat(1);
                          run(TOOL, AgentCalls::nothing);
                          chat(0);
                        }));
          });
      assertThat(sums(span(tracing, "inner")))
          .isEqualTo("2 iterations, 1 tools, 2000+400=2400, 0.009");
      assertThat(sums(span(tracing, "agent")))
          .isEqualTo("1 iterations, 2 tools, 3000+600=3600, 0.0135");
    }
  }

  @Test
  void modelCallInsideToolIsNoIteration() {
    assertThat(sumsOf(() -> run(TOOL, () -> chat(0))))
        .isEqualTo("null iterations, 1 tools, 1000+200=1200, 0.0045");
  }

  @Test
  void modelCallCountsThroughThoseThatItContains() {
    assertThat(
            sumsOf(
                () ->
                    run(
                        SERVICE,
                        () -> {
                          chat(0);
                          chat(0);
                          respond(SERVICE, "gpt-4o", 0);
                        })))
        .isEqualTo("2 iterations, null tools, 2000+400=2400, 0.009");
  }

  @Test
  void embeddingIsNoTurnAndHasNoOutput() {
    assertThat(
            sumsOf(
                () -> {
                  run(
                      EMBEDDING,
                      () -> {
                        AiResult result = requireNonNull(EMBEDDING.result());
                        result.model("text-embedding-3-small");
                        result.inputTokens(500);
                      });
                  chat(0);
                }))
        .isEqualTo("1 iterations, null tools, 1500+200=1700, 0.00451");
  }

  @Test
  void omitsSumsIfNumbersOfOneCallAreUnknown() {
    assertThat(
            sumsOf(
                () -> {
                  chat(0);
                  run(CHAT, AgentCalls::nothing);
                }))
        .isEqualTo("2 iterations, null tools, null+null=null, null");
  }

  @Test
  void omitsSumsIfRecordedNumbersAreUnknown() {
    assertThat(
            sumsOf(
                () -> {
                  chat(0);
                  run(TOOL, () -> AiControl.recordUsage(new AiUsage(5L, null, null, null, null)));
                  run(TOOL, () -> AiControl.recordUsage(new AiUsage(null, null, null, null, null)));
                }))
        .isEqualTo("1 iterations, 2 tools, null+null=null, null");
  }

  @Test
  void omitsCostIfOneModelHasNoPrice() {
    assertThat(
            sumsOf(
                () -> {
                  chat(0);
                  run(CHAT, () -> respond(CHAT, "an-unknown-model", 0));
                }))
        .isEqualTo("2 iterations, null tools, 2000+400=2400, null");
  }

  @Test
  void omitsSumsThatOverflow() {
    assertThat(
            sumsOf(
                () -> {
                  run(CHAT, () -> AiControl.recordUsage(AiUsage.of(Long.MAX_VALUE, 1)));
                  run(CHAT, () -> AiControl.recordUsage(AiUsage.of(1, 1)));
                }))
        .isEqualTo("2 iterations, null tools, null+2=null, null");
  }

  @Test
  void countsFailedTurnsAndTools() {
    assertThat(
            sumsOf(
                () -> {
                  start(CHAT);
                  CHAT.fail(new IllegalStateException("refused"));
                  start(TOOL);
                  TOOL.fail(new IllegalStateException("broken"));
                }))
        .isEqualTo("1 iterations, 1 tools, null+null=null, null");
  }

  @Test
  void addsUsageThatAgentAndToolRecordThemselves() {
    try (InMemoryTracing tracing = InMemoryTracing.install()) {
      run(
          AGENT,
          () -> {
            chat(0);
            record(10, 1);
            run(TOOL, () -> record(20, 2));
          });
      assertThat(sums(span(tracing, "agent")))
          .isEqualTo("1 iterations, 1 tools, 1030+203=1233, 0.004605");
      assertThat(span(tracing, "tool").getAttributes().get(AiKeys.INPUT_TOKENS)).isEqualTo(20);
    }
  }

  private static void record(long input, long output) {
    AiControl.recordModel("gpt-4o");
    AiControl.recordUsage(AiUsage.of(input, output));
  }

  @Test
  void usesResultOfAgentOnlyWithoutModelCallsBeneath() {
    assertThat(sumsOf(() -> respond(AGENT, "gpt-4o", 0)))
        .isEqualTo("null iterations, null tools, 1000+200=1200, null");
    assertThat(
            sumsOf(
                () -> {
                  chat(0);
                  respond(AGENT, "gpt-4o", 0);
                }))
        .isEqualTo("1 iterations, null tools, 1000+200=1200, 0.0045");
  }
}
