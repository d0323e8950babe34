package io.spanloom.runtime.woven;

import static io.spanloom.runtime.woven.AgentCalls.AGENT;
import static io.spanloom.runtime.woven.AgentCalls.CHAT;
import static io.spanloom.runtime.woven.AgentCalls.TOOL;
import static io.spanloom.runtime.woven.AgentCalls.chat;
import static io.spanloom.runtime.woven.AgentCalls.run;
import static io.spanloom.runtime.woven.AgentCalls.span;
import static io.spanloom.runtime.woven.AgentCalls.start;
import static io.spanloom.runtime.woven.AgentCalls.sums;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.context.Context;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Agents whose calls run on other threads or end later. */
final class AgentThreadsTest {

  private static String sumsOf(Runnable body) {
    try (InMemoryTracing tracing = InMemoryTracing.install()) {
      run(AGENT, body);
      return sums(span(tracing, "agent"));
    }
  }

  @Test
  void countsParallelCallsOfOtherThreads() {
    int calls = 1000;
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      assertThat(
              sumsOf(
                  () -> {
                    Context context = Context.current();
                    CompletableFuture.allOf(
                            IntStream.range(0, calls)
                                .mapToObj(
                                    i ->
                                        CompletableFuture.runAsync(
                                            context.wrap(() -> run(TOOL, () -> chat(0))), threads))
                                .toArray(CompletableFuture<?>[]::new))
                        .join();
                  }))
          .isEqualTo("null iterations, 1000 tools, 1000000+200000=1200000, 4.5");
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void waitsForDeferredResults() {
    try (InMemoryTracing tracing = InMemoryTracing.install()) {
      CompletableFuture<String> agentResult = new CompletableFuture<>();
      CompletableFuture<String> chatResult = new CompletableFuture<>();
      start(AGENT);
      Context context = Context.current();
      start(CHAT);
      CHAT.end(chatResult, response());
      AGENT.end(agentResult);
      chatResult.complete("text");
      context.wrap(() -> run(TOOL, AgentCalls::nothing)).run();
      agentResult.complete("text");
      context.wrap(() -> chat(0)).run();

      assertThat(sums(span(tracing, "agent")))
          .isEqualTo("1 iterations, 1 tools, 1000+200=1200, 0.0045");
    }
  }

  private static ResultAttributes<Object> response() {
    return new ResultAttributes<>() {
      @Override
      public void read(Object result, RecordingSpan span) {}

      @Override
      public void readResponse(Object result, AiResult ai) {
        ai.model("gpt-4o");
        ai.inputTokens(1000);
        ai.outputTokens(200);
      }
    };
  }

  @Test
  void cancelledAgentOmitsSumsOfRunningCalls() {
    try (InMemoryTracing tracing = InMemoryTracing.install()) {
      CompletableFuture<String> agentResult = new CompletableFuture<>();
      CompletableFuture<String> chatResult = new CompletableFuture<>();
      start(AGENT);
      chat(1);
      start(CHAT);
      CHAT.end(chatResult, response());
      AGENT.end(agentResult);
      agentResult.cancel(false);
      chatResult.complete("text");

      assertThat(span(tracing, "agent").getAttributes().get(AttributeKeys.CANCELLED)).isTrue();
      assertThat(sums(span(tracing, "agent")))
          .isEqualTo("2 iterations, null tools, null+null=null, null");
    }
  }
}
