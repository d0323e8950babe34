package io.spanloom.runtime.woven;

import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.spanloom.runtime.woven.AgentCalls.AGENT;
import static io.spanloom.runtime.woven.AgentCalls.CHAT;
import static io.spanloom.runtime.woven.AgentCalls.SERVICE;
import static io.spanloom.runtime.woven.AgentCalls.TOOL;
import static io.spanloom.runtime.woven.AgentCalls.chat;
import static io.spanloom.runtime.woven.AgentCalls.linked;
import static io.spanloom.runtime.woven.AgentCalls.model;
import static io.spanloom.runtime.woven.AgentCalls.respond;
import static io.spanloom.runtime.woven.AgentCalls.run;
import static io.spanloom.runtime.woven.AgentCalls.span;
import static io.spanloom.runtime.woven.AgentCalls.start;
import static io.spanloom.runtime.woven.AgentCalls.sums;
import static io.spanloom.runtime.woven.AgentCalls.tool;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import io.spanloom.support.TestSampler;
import org.junit.jupiter.api.Test;

/** The links of tools, and the loops of agents whose spans are not all sampled. */
final class ToolLinksTest {

  private static TestSampler dropping(String dropped) {
    return (parent, traceId, name, kind, attributes, links) ->
        name.equals(dropped) ? SamplingResult.drop() : SamplingResult.recordAndSample();
  }

  private static void iteration() {
    chat(1);
    run(TOOL, AgentCalls::nothing);
  }

  @Test
  void countsCallsThatAreNotSampled() {
    for (boolean followsParent : new boolean[] {false, true}) {
      try (InMemoryTracing tracing = InMemoryTracing.install(dropping("chat"), followsParent)) {
        run(AGENT, ToolLinksTest::iteration);
        assertThat(sums(span(tracing, "agent")))
            .isEqualTo("1 iterations, 1 tools, 1000+200=1200, 0.0045");
        assertThat(tracing.spans()).hasSize(2);
        assertThat(span(tracing, "tool").getLinks()).isEmpty();
      }
    }
  }

  @Test
  void linksToolsOfDroppedAgent() {
    try (InMemoryTracing tracing = InMemoryTracing.install(dropping("agent"), false)) {
      run(AGENT, ToolLinksTest::iteration);
      assertThat(tracing.spans()).hasSize(2);
      assertThat(linked(tracing, "tool")).containsExactly("chat");
    }
  }

  @Test
  void readsNothingBeneathDroppedAgentWithoutLimitOnCost() {
    try (InMemoryTracing tracing = InMemoryTracing.install(Sampler.alwaysOff(), true)) {
      run(
          AGENT,
          () -> {
            start(CHAT);
            assertThat(CHAT.result()).isNull();
            CHAT.end();
          });
      assertThat(tracing.spans()).isEmpty();
    }
  }

  @Test
  void linksToolToLatestTurnThatRequestedTools() {
    SpanSite first = model("first", "chat");
    SpanSite second = model("second", "chat");
    SpanSite third = model("third", "chat");
    try (InMemoryTracing tracing = InMemoryTracing.install()) {
      run(
          AGENT,
          () -> {
            run(tool("early"), AgentCalls::nothing);
            run(first, AgentCalls::nothing);
            run(tool("unread"), AgentCalls::nothing);
            run(second, () -> respond(second, "gpt-4o", 1));
            run(third, () -> respond(third, "gpt-4o", 0));
            run(
                tool("read"),
                () -> {
                  run(tool("inside"), AgentCalls::nothing);
                  chat(1);
                });
            run(tool("parallel"), AgentCalls::nothing);
            run(SERVICE, () -> run(tool("serviced"), AgentCalls::nothing));
          });
      assertThat(linked(tracing, "early")).isEmpty();
      assertThat(linked(tracing, "unread")).containsExactly("first");
      assertThat(linked(tracing, "read")).containsExactly("second");
      assertThat(linked(tracing, "inside")).isEmpty();
      assertThat(linked(tracing, "parallel")).containsExactly("second");
      assertThat(linked(tracing, "serviced")).isEmpty();
    }
  }

  @Test
  void toolOutsideAgentHasNoLinkAndNoCounts() {
    try (InMemoryTracing tracing = InMemoryTracing.install()) {
      chat(1);
      run(TOOL, () -> chat(0));
      SpanData tool = span(tracing, "tool");
      assertThat(tool.getLinks()).isEmpty();
      assertThat(sums(tool)).isEqualTo("null iterations, null tools, null+null=null, null");
      assertThat(tool.getAttributes().get(AttributeKey.stringKey("gen_ai.tool.name")))
          .isEqualTo("tool");
      assertThat(tool.getAttributes().get(AttributeKey.stringKey("gen_ai.provider.name"))).isNull();
    }
  }

  @Test
  void keepsLoopsOfConsecutiveCallsApart() {
    try (InMemoryTracing tracing = InMemoryTracing.install()) {
      run(AGENT, () -> chat(1));
      run(AGENT, () -> run(TOOL, AgentCalls::nothing));
      assertThat(tracing.spans()).hasSize(4);
      assertThat(span(tracing, "tool").getLinks()).isEmpty();
      assertThat(tracing.spans().get(3).getAttributes().get(longKey("ai.react_loop.iterations")))
          .isNull();
    }
  }
}
