package io.spanloom.runtime.woven;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.spanloom.support.LogCapture;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The events and log lines of agents that exceed their limits. */
final class AgentLimitsTest {

  private static final SpanSite CHAT =
      SpanSite.of("chat", "shop.Ai.chat").aiCall(AiSettings.of("chat", "openai"));

  private static SpanSite agent(int maxIterations, double maxCostUsd) {
    return SpanSite.of("agent", "shop.Ai.agent")
        .aiCall(AiSettings.of("invoke_agent", "openai").limits(maxIterations, maxCostUsd));
  }

  /** Runs an agent with iterations that cost 0.0045 USD each. */
  private static void run(SpanSite agent, int iterations) {
    agent.start();
    for (int i = 0; i < iterations; i++) {
      CHAT.start();
      AiResult result = CHAT.result();
      if (result != null) {
        result.model("gpt-4o");
        result.inputTokens(1000);
        result.outputTokens(200);
      }
      CHAT.end();
    }
    agent.end();
  }

  private static List<String> events(InMemoryTracing tracing) {
    List<EventData> events = tracing.spans().get(tracing.spans().size() - 1).getEvents();
    return events.stream().map(event -> event.getName() + event.getAttributes()).toList();
  }

  @Test
  void reportsIterationsOnce() {
    try (LogCapture log = LogCapture.of("io.spanloom");
        InMemoryTracing tracing = InMemoryTracing.install()) {
      run(agent(2, Double.NaN), 2);
      assertThat(events(tracing)).isEmpty();
      assertThat(log.messages()).isEmpty();

      run(agent(2, Double.NaN), 4);
      assertThat(events(tracing))
          .containsExactly(
              "ai.react_loop.max_iterations_exceeded"
                  + "{ai.react_loop.iterations=3, ai.react_loop.max_iterations=2}");
      assertThat(log.messages())
          .containsExactly(
              "Spanloom: a call of the agent shop.Ai.agent exceeded maxIterations = 2. The call continues.");
    }
  }

  @Test
  void reportsCostOnce() {
    try (LogCapture log = LogCapture.of("io.spanloom");
        InMemoryTracing tracing = InMemoryTracing.install()) {
      run(agent(0, 0.009), 2);
      assertThat(events(tracing)).isEmpty();

      run(agent(0, 0.009), 4);
      assertThat(events(tracing))
          .containsExactly(
              "ai.cost.max_usd_exceeded{ai.cost.estimated_usd=0.0135, ai.cost.max_usd=0.009}");
      assertThat(log.messages())
          .containsExactly(
              "Spanloom: a call of the agent shop.Ai.agent exceeded maxCostUsd = 0.009. The call continues.");
    }
  }

  @Test
  void logsExcessOfDroppedAgent() {
    try (LogCapture log = LogCapture.of("io.spanloom");
        InMemoryTracing tracing = InMemoryTracing.install(Sampler.alwaysOff(), true)) {
      run(agent(1, 0.001), 2);
      assertThat(tracing.spans()).isEmpty();
      assertThat(log.messages()).hasSize(2);
    }
  }

  @Test
  void reportsExcessOfEachAgentAroundCall() {
    SpanSite outer = agent(1, 0.005);
    SpanSite inner = agent(1, 0.005);
    try (LogCapture log = LogCapture.of("io.spanloom");
        InMemoryTracing tracing = InMemoryTracing.install()) {
      outer.start();
      run(inner, 1);
      run(inner, 1);
      outer.end();
      assertThat(events(tracing)).hasSize(1);
      assertThat(log.messages())
          .containsExactly(
              "Spanloom: a call of the agent shop.Ai.agent exceeded maxCostUsd = 0.005. The call continues.");
    }
  }
}
