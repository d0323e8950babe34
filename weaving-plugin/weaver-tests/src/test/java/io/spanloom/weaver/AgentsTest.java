package io.spanloom.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.sdk.trace.data.LinkData;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Agents and tools. */
@ExtendWith(SuppressedLogs.class)
final class AgentsTest {

  private static final String SECRET = "my bank account is 4711";

  private static final String HEAD =
      """
      import dev.langchain4j.agent.tool.Tool;
      import dev.langchain4j.data.message.AiMessage;
      import dev.langchain4j.agent.tool.ToolExecutionRequest;
      import dev.langchain4j.model.chat.response.*;
      import dev.langchain4j.model.output.*;
      import io.spanloom.*;
      import io.spanloom.AICall.Operation;
      import io.opentelemetry.context.Context;
      import java.util.concurrent.*;
      """;

  private static final String MODEL =
      """
        @AICall(provider = "openai", model = "gpt-4o") static ChatResponse chat(boolean tools) {
          ToolExecutionRequest request = ToolExecutionRequest.builder().id("1").name("weather").arguments("SECRET").build();
          return ChatResponse.builder().aiMessage(tools ? AiMessage.from(request) : AiMessage.from("SECRET")).modelName("gpt-4o")
              .tokenUsage(new TokenUsage(1000, 200)).build();
        }
        @Tool("Returns the weather.") @AICall(operation = Operation.EXECUTE_TOOL)
        static String weather(String city) { return "sunny"; }
      """
          .replace("SECRET", SECRET);

  private static final String CHAT =
      "chat gpt-4o CLIENT {ai.cost.estimated_usd=0.0045, %sai.usage.total_tokens=1200,"
          + " gen_ai.operation.name=chat, gen_ai.provider.name=openai, gen_ai.request.model=gpt-4o,"
          + " gen_ai.response.model=gpt-4o, gen_ai.usage.input_tokens=1000,"
          + " gen_ai.usage.output_tokens=200}\n";

  private static final String ASKING = CHAT.formatted("ai.tool.calls_count=1, ");
  private static final String ANSWERING = CHAT.formatted("");
  private static final String TOOL =
      "execute_tool weather {gen_ai.operation.name=execute_tool, gen_ai.tool.name=weather}\n";

  private static final String ONE_ITERATION =
      "ai.cost.estimated_usd=0.0045, ai.react_loop.iterations=1, %sai.usage.completion_tokens=200,"
          + " ai.usage.prompt_tokens=1000, ai.usage.total_tokens=1200, ";

  private static final String TWO_ITERATIONS =
      "ai.cost.estimated_usd=0.009, ai.react_loop.iterations=2, ai.tool.calls_count=1,"
          + " ai.usage.completion_tokens=400, ai.usage.prompt_tokens=2000,"
          + " ai.usage.total_tokens=2400, ";

  private static final String AGENT =
      "gen_ai.operation.name=invoke_agent, gen_ai.provider.name=openai}";

  @Test
  void sumsUpLoopAndLinksTool() {
    ComparedRun compared =
        ComparedRun.run(
            "Agents",
            HEAD
                + "public class Agents {\n"
                + MODEL
                + """
                  @AICall(provider = "openai", operation = Operation.INVOKE_AGENT, name = "support", maxIterations = 1, maxCostUsd = 0.005)
                  static String support(String question) { chat(true); weather("Rome"); return chat(false).aiMessage().text(); }
                  public static Object run() { return support("SECRET"); }
                }
                """
                    .replace("SECRET", SECRET));

    assertThat(compared.tree())
        .isEqualTo(
            "invoke_agent support {"
                + TWO_ITERATIONS
                + "gen_ai.agent.name=support, "
                + AGENT
                + " [ai.react_loop.max_iterations_exceeded {ai.react_loop.iterations=2,"
                + " ai.react_loop.max_iterations=1}]"
                + " [ai.cost.max_usd_exceeded {ai.cost.estimated_usd=0.009, ai.cost.max_usd=0.005}]\n"
                + "  "
                + ASKING
                + "  "
                + TOOL
                + "  "
                + ANSWERING);
    assertThat(compared.spans().get(2).getLinks())
        .extracting(LinkData::getSpanContext)
        .containsExactly(compared.spans().get(1).getSpanContext());
    assertSecretIsOnNoSpan(compared);
  }

  @Test
  void countsDeferredResultsAndOtherThreads() {
    ComparedRun compared =
        ComparedRun.run(
            "Agents",
            HEAD
                + "public class Agents {\n"
                + MODEL
                + """
                  @AICall(provider = "openai", operation = Operation.INVOKE_AGENT, name = "support")
                  static CompletableFuture<String> support(Executor executor) {
                    Executor propagating = task -> executor.execute(Context.current().wrap(task));
                    return CompletableFuture.supplyAsync(() -> chat(true), propagating)
                        .thenApplyAsync(r -> weather("Rome"));
                  }
                  public static Object run() throws Exception {
                    ExecutorService executor = Executors.newSingleThreadExecutor();
                    try { return support(executor).get(); } finally { executor.shutdown(); }
                  }
                }
                """);

    assertThat(compared.tree())
        .startsWith(
            "invoke_agent support {"
                + ONE_ITERATION.formatted("")
                + "gen_ai.agent.name=support, "
                + AGENT
                + "\n  "
                + ASKING);
  }

  @Test
  void countsCallsOfEachSubscription() {
    ComparedRun compared =
        ComparedRun.run(
            "Agents",
            HEAD
                + "import reactor.core.publisher.Mono;\n"
                + "public class Agents {\n"
                + MODEL
                + """
                  @AICall(provider = "openai", operation = Operation.INVOKE_AGENT)
                  static Mono<String> support() {
                    return ask().repeat(1).last().map(answer -> weather(answer.modelName()));
                  }
                  @AICall(provider = "openai", model = "gpt-4o")
                  static Mono<ChatResponse> ask() {
                    return Mono.fromSupplier(() -> ChatResponse.builder().aiMessage(AiMessage.from("text"))
                        .modelName("gpt-4o").tokenUsage(new TokenUsage(1000, 200)).build());
                  }
                  public static Object run() {
                    Mono<String> support = support();
                    return support.block() + support.block();
                  }
                }
                """);

    String agent =
        "invoke_agent {"
            + TWO_ITERATIONS
            + AGENT
            + "\n  "
            + ANSWERING
            + "  "
            + ANSWERING
            + "  "
            + TOOL;
    assertThat(compared.tree()).isEqualTo(agent + agent);
  }

  @Test
  void recordsNoContentOfFailedTool() {
    ComparedRun compared =
        ComparedRun.run(
            "Agents",
            HEAD
                + "public class Agents {\n"
                + MODEL
                + """
                  @Tool(name = "find_order") @AICall(operation = Operation.EXECUTE_TOOL)
                  static String order(String id) { throw new IllegalStateException(id); }
                  @AICall(provider = "openai", operation = Operation.INVOKE_AGENT)
                  static String support(String question) {
                    chat(true);
                    try { order(question); } catch (IllegalStateException e) { weather(e.getMessage()); }
                    throw new IllegalArgumentException(question);
                  }
                  public static Object run() {
                    try { return support("SECRET"); } catch (IllegalArgumentException e) { return "failed"; }
                  }
                }
                """
                    .replace("SECRET", SECRET));

    assertThat(compared.tree())
        .isEqualTo(
            "invoke_agent ERROR {"
                + ONE_ITERATION.formatted("ai.tool.calls_count=2, ")
                + "error.type=java.lang.IllegalArgumentException, "
                + AGENT
                + " [exception {exception.type=java.lang.IllegalArgumentException}]\n"
                + "  "
                + ASKING
                + "  execute_tool find_order ERROR {error.type=java.lang.IllegalStateException,"
                + " gen_ai.operation.name=execute_tool, gen_ai.tool.name=find_order}"
                + " [exception {exception.type=java.lang.IllegalStateException}]\n"
                + "  "
                + TOOL);
    assertSecretIsOnNoSpan(compared);
  }

  @Test
  void optionOmitsNamesOfConventionsButKeepsSums() {
    ComparedRun compared =
        ComparedRun.run(
            "Agents",
            Program.compile(
                List.of("-Aspanloom.ai.attributes=ai"),
                HEAD
                    + "public class Agents {\n"
                    + MODEL
                    + """
                      @AICall(provider = "openai", operation = Operation.INVOKE_AGENT)
                      static String support() { return weather(chat(true).modelName()); }
                      public static Object run() { return support(); }
                    }
                    """));

    assertThat(compared.tree())
        .isEqualTo(
            """
            invoke_agent {ai.cost.estimated_usd=0.0045, ai.react_loop.iterations=1,\
             ai.system=openai, ai.tool.calls_count=1, ai.usage.completion_tokens=200,\
             ai.usage.prompt_tokens=1000, ai.usage.total_tokens=1200}
              chat gpt-4o CLIENT {ai.cost.estimated_usd=0.0045, ai.model=gpt-4o, ai.system=openai,\
             ai.tool.calls_count=1, ai.usage.completion_tokens=200, ai.usage.prompt_tokens=1000,\
             ai.usage.total_tokens=1200}
              execute_tool weather
            """);
  }

  private static void assertSecretIsOnNoSpan(ComparedRun compared) {
    assertThat(compared.spans())
        .allSatisfy(span -> assertThat(span + "" + span.getEvents()).doesNotContain(SECRET));
  }
}
