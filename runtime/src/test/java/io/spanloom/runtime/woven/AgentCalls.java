package io.spanloom.runtime.woven;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.List;

/** Calls of agents, tools and models, and the numbers on their spans. */
final class AgentCalls {

  static final SpanSite AGENT = agent("agent");
  static final SpanSite INNER = agent("inner");
  static final SpanSite TOOL = tool("tool");
  static final SpanSite CHAT = model("chat", "chat");
  static final SpanSite SERVICE = model("service", "chat");
  static final SpanSite EMBEDDING = model("embedding", "embeddings");

  private AgentCalls() {}

  static SpanSite agent(String name) {
    return SpanSite.of(name, "shop.Ai." + name)
        .aiCall(AiSettings.of("invoke_agent", "openai").name(name));
  }

  static SpanSite tool(String name) {
    return SpanSite.of(name, "shop.Ai." + name)
        .aiCall(AiSettings.of("execute_tool", null).name(name));
  }

  static SpanSite model(String name, String operation) {
    return SpanSite.of(name, "shop.Ai." + name).aiCall(AiSettings.of(operation, "openai"));
  }

  static void run(SpanSite site, Runnable body) {
    start(site);
    body.run();
    site.end();
  }

  static void start(SpanSite site) {
    SpanStart start = site.begin();
    if (start != null) {
      start.enter();
    }
  }

  /** Calls a model that uses 1000 input and 200 output tokens, for 0.0045 USD. */
  static void chat(int toolCalls) {
    run(CHAT, () -> respond(CHAT, "gpt-4o", toolCalls));
  }

  static void respond(SpanSite site, String model, int toolCalls) {
    AiResult result = site.result();
    if (result != null) {
      result.model(model);
      result.inputTokens(1000);
      result.outputTokens(200);
      result.toolCalls(toolCalls);
    }
  }

  static void nothing() {}

  /** Returns the sums of a span, such as {@code 2 iterations, 1 tools, 2000+400=2400, 0.009}. */
  static String sums(SpanData span) {
    Attributes attributes = span.getAttributes();
    assertThat(attributes.get(AiKeys.INPUT_TOKENS)).isNull();
    assertThat(attributes.get(AiKeys.OUTPUT_TOKENS)).isNull();
    return attributes.get(AiKeys.ITERATIONS)
        + " iterations, "
        + attributes.get(AiKeys.TOOL_CALLS)
        + " tools, "
        + attributes.get(AiKeys.PROMPT_TOKENS)
        + "+"
        + attributes.get(AiKeys.COMPLETION_TOKENS)
        + "="
        + attributes.get(AiKeys.TOTAL_TOKENS)
        + ", "
        + attributes.get(AiKeys.COST);
  }

  static SpanData span(InMemoryTracing tracing, String name) {
    return tracing.spans().stream()
        .filter(span -> span.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** Returns the names of the spans to which a span links. */
  static List<String> linked(InMemoryTracing tracing, String name) {
    return span(tracing, name).getLinks().stream()
        .map(
            link ->
                tracing.spans().stream()
                    .filter(each -> each.getSpanId().equals(link.getSpanContext().getSpanId()))
                    .map(SpanData::getName)
                    .findFirst()
                    .orElse("unknown"))
        .toList();
  }
}
