package io.spanloom.aiclients;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.Result;
import dev.langchain4j.service.tool.ToolErrorHandlerResult;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.spanloom.AICall;
import io.spanloom.AICall.Operation;
import io.spanloom.testing.RecordedSpans;
import org.junit.jupiter.api.Test;

/** An agent that LangChain4j implements: two requests to OpenAI, and a tool between them. */
final class AgentTest extends AiClientTestBase {

  /** A service that LangChain4j implements. */
  interface Assistant {
    Result<String> answer(String question);
  }

  /** A model whose requests are traced, also those that LangChain4j makes. */
  record TracedModel(ChatModel model) implements ChatModel {

    @Override
    @AICall(provider = "openai")
    public ChatResponse doChat(ChatRequest request) {
      return model.doChat(request);
    }

    @Override
    public ChatRequestParameters defaultRequestParameters() {
      return model.defaultRequestParameters();
    }
  }

  /** A tool with a traced method. */
  static final class Orders {
    private String argument = "";
    private boolean broken;

    @Tool("Finds an order.")
    @AICall(operation = Operation.EXECUTE_TOOL)
    String find(@P(name = "text", value = "A text.") String text) {
      argument = text;
      if (broken) {
        throw new IllegalStateException(text);
      }
      return text + " is shipped";
    }
  }

  /** The agent. */
  record Agent(Assistant assistant) {

    @AICall(provider = "openai", operation = Operation.INVOKE_AGENT, name = "support")
    Result<String> answer(String question) {
      return assistant.answer(question);
    }
  }

  private static final String FIRST_COST = cost(600 * 2.5 + 400 * 1.25 + 200 * 10);
  private static final String SECOND_COST = cost(1500 * 2.5 + 100 * 10);
  private static final String TOTAL_COST =
      cost(600 * 2.5 + 400 * 1.25 + 200 * 10 + 1500 * 2.5 + 100 * 10);

  private static final String ITERATION =
      """
      gen_ai.operation.name=chat
      gen_ai.provider.name=openai
      gen_ai.request.model=gpt-4o
      """;

  private final Orders orders = new Orders();

  private static String cost(double millionths) {
    return "ai.cost.estimated_usd=" + millionths / 1_000_000 + "\n";
  }

  private void answer(boolean traced) {
    server.reply(AiReplies.openAiChat("gpt-4o", MARK));
    server.reply(
        """
        {"id": "chatcmpl-2", "object": "chat.completion", "created": 2, "model": "gpt-4o",
          "choices": [{"index": 0, "finish_reason": "stop",
            "message": {"role": "assistant", "content": "%s"}}],
          "usage": {"prompt_tokens": 1500, "completion_tokens": 100, "total_tokens": 1600}}
        """
            .formatted(MARK));
    ChatModel openAi =
        OpenAiChatModel.builder().baseUrl(server.url()).apiKey("key").modelName("gpt-4o").build();
    Assistant assistant =
        AiServices.builder(Assistant.class)
            .chatModel(traced ? new TracedModel(openAi) : openAi)
            .tools(orders)
            .toolExecutionErrorHandler((error, context) -> ToolErrorHandlerResult.text("failed"))
            .build();
    assertThat(new Agent(assistant).answer(MARK).content()).isEqualTo(MARK);
    assertThat(orders.argument).isEqualTo(MARK);
    assertThat(server.requests()).isEqualTo(2);
  }

  @Test
  void sumsUpLoopOfTracedModel(RecordedSpans spans) {
    answer(true);

    spans
        .tree()
        .onlyAttributes()
        .assertIs(
            """
            invoke_agent support
              chat gpt-4o CLIENT
              execute_tool find -> chat gpt-4o
              chat gpt-4o CLIENT
            """);
    assertThat(span("invoke_agent support"))
        .isEqualTo(
            "invoke_agent support INTERNAL\n"
                + TOTAL_COST
                + """
                ai.react_loop.iterations=2
                ai.tool.calls_count=1
                ai.usage.completion_tokens=300
                ai.usage.prompt_tokens=2500
                ai.usage.total_tokens=2800
                gen_ai.agent.name=support
                gen_ai.operation.name=invoke_agent
                gen_ai.provider.name=openai
                gen_ai.response.finish_reasons=[stop]
                gen_ai.response.id=chatcmpl-2
                gen_ai.response.model=gpt-4o
                """);
    SpanData first = iteration(spans, "chatcmpl-1");
    assertThat(format(first))
        .isEqualTo(
            "chat gpt-4o CLIENT\n"
                + FIRST_COST
                + """
                ai.prompt.history_size=1
                ai.tool.calls_count=1
                ai.usage.total_tokens=1200
                """
                + ITERATION
                + """
                gen_ai.response.finish_reasons=[tool_calls]
                gen_ai.response.id=chatcmpl-1
                gen_ai.response.model=gpt-4o
                gen_ai.usage.cache_read.input_tokens=400
                gen_ai.usage.input_tokens=1000
                gen_ai.usage.output_tokens=200
                gen_ai.usage.reasoning.output_tokens=50
                """);
    assertThat(format(iteration(spans, "chatcmpl-2")))
        .isEqualTo(
            "chat gpt-4o CLIENT\n"
                + SECOND_COST
                + """
                ai.prompt.history_size=3
                ai.usage.total_tokens=1600
                """
                + ITERATION
                + """
                gen_ai.response.finish_reasons=[stop]
                gen_ai.response.id=chatcmpl-2
                gen_ai.response.model=gpt-4o
                gen_ai.usage.input_tokens=1500
                gen_ai.usage.output_tokens=100
                """);
    SpanData tool = spans.only("execute_tool find");
    assertThat(format(tool))
        .isEqualTo(
            """
            execute_tool find INTERNAL
            gen_ai.operation.name=execute_tool
            gen_ai.tool.name=find
            """);
    assertThat(tool.getLinks())
        .singleElement()
        .satisfies(link -> assertThat(link.getSpanContext()).isEqualTo(first.getSpanContext()));
  }

  @Test
  void recordsNoContentOfFailedTool(RecordedSpans spans) {
    orders.broken = true;
    answer(true);

    assertThat(span("execute_tool find"))
        .isEqualTo(
            """
            execute_tool find INTERNAL
            error.type=java.lang.IllegalStateException
            gen_ai.operation.name=execute_tool
            gen_ai.tool.name=find
            """);
    assertThat(span("invoke_agent support"))
        .contains("ai.react_loop.iterations=2\n", "ai.tool.calls_count=1\n", TOTAL_COST);
    assertThat(spans.only("execute_tool find").getLinks()).hasSize(1);
  }

  private static SpanData iteration(RecordedSpans spans, String id) {
    return spans.ended().stream()
        .filter(span -> span.getName().equals("chat gpt-4o"))
        .filter(span -> format(span).contains("gen_ai.response.id=" + id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void readsTokensFromResultIfModelIsNotTraced() {
    answer(false);

    assertThat(span("invoke_agent support"))
        .isEqualTo(
            """
            invoke_agent support INTERNAL
            ai.tool.calls_count=1
            ai.usage.completion_tokens=300
            ai.usage.prompt_tokens=2500
            ai.usage.total_tokens=2800
            gen_ai.agent.name=support
            gen_ai.operation.name=invoke_agent
            gen_ai.provider.name=openai
            gen_ai.response.finish_reasons=[stop]
            gen_ai.response.id=chatcmpl-2
            gen_ai.response.model=gpt-4o
            """);
  }
}
