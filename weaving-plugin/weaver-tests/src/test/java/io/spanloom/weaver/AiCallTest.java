package io.spanloom.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.sdk.trace.data.SpanData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SuppressedLogs.class)
final class AiCallTest {

  private static final String SECRET = "my bank account is 4711";

  private static final String HEAD =
      """
      import dev.langchain4j.data.message.AiMessage;
      import dev.langchain4j.model.chat.response.*;
      import dev.langchain4j.model.output.*;
      import io.spanloom.*;
      import java.util.*;
      import java.util.concurrent.*;
      """;

  @Test
  void readsModelIdFinishReasonTokensAndCostFromResponse() {
    ComparedRun compared =
        ComparedRun.run(
            "Calls",
            HEAD
                + """
                public class Calls {
                  @AICall(provider = "openai", model = "gpt-4o", temperature = 0.5, phase = "plan")
                  static ChatResponse full() { return response("gpt-4o-2024-08-06", new TokenUsage(1000, 200, 1200)); }
                  @AICall(provider = "openai", model = "gpt-4o") static ChatResponse unknownModel() {
                    return response("an-unknown-model", new TokenUsage(1, 2, 3));
                  }
                  @AICall(provider = "openai", model = "gpt-4o") static ChatResponse noModelInTheAnswer() {
                    return response(null, new TokenUsage(1000, 200));
                  }
                  @AICall(provider = "an-unknown-provider") static ChatResponse unknownProvider() {
                    return response("gpt-4o", new TokenUsage(1, null, null));
                  }
                  @AICall(provider = "openai") static ChatResponse empty() {
                    return ChatResponse.builder().aiMessage(AiMessage.from("text")).build();
                  }
                  @AICall(provider = "openai") static ChatResponse nothing() { return null; }
                  @AICall(provider = "openai", operation = AICall.Operation.EXECUTE_TOOL) static String tool() { return "t"; }
                  static ChatResponse response(String model, TokenUsage usage) {
                    return ChatResponse.builder().aiMessage(AiMessage.from("SECRET")).id("r-1").modelName(model)
                        .finishReason(FinishReason.STOP).tokenUsage(usage).build();
                  }
                  public static Object run() {
                    for (ChatResponse r : Arrays.asList(full(), unknownModel(), noModelInTheAnswer(), unknownProvider(),
                        empty(), nothing())) { if (r != null && r.aiMessage() == null) { return "lost"; } }
                    return tool();
                  }
                }
                """
                    .replace("SECRET", SECRET));

    String fixed =
        "gen_ai.operation.name=chat, gen_ai.provider.name=openai, gen_ai.request.model=gpt-4o";
    String answer =
        ", gen_ai.response.finish_reasons=[stop], gen_ai.response.id=r-1, gen_ai.response.model=";
    assertThat(compared.tree().lines())
        .containsExactly(
            "chat gpt-4o CLIENT {ai.cost.estimated_usd=0.0045, ai.prompt.phase=plan,"
                + " ai.usage.total_tokens=1200, gen_ai.operation.name=chat,"
                + " gen_ai.provider.name=openai, gen_ai.request.model=gpt-4o,"
                + " gen_ai.request.temperature=0.5"
                + answer
                + "gpt-4o-2024-08-06, gen_ai.usage.input_tokens=1000,"
                + " gen_ai.usage.output_tokens=200}",
            "chat gpt-4o CLIENT {ai.usage.total_tokens=3, "
                + fixed
                + answer
                + "an-unknown-model, gen_ai.usage.input_tokens=1, gen_ai.usage.output_tokens=2}",
            "chat gpt-4o CLIENT {ai.cost.estimated_usd=0.0045, ai.usage.total_tokens=1200, "
                + fixed
                + ", gen_ai.response.finish_reasons=[stop], gen_ai.response.id=r-1,"
                + " gen_ai.usage.input_tokens=1000, gen_ai.usage.output_tokens=200}",
            "chat CLIENT {gen_ai.operation.name=chat,"
                + " gen_ai.provider.name=an-unknown-provider"
                + answer
                + "gpt-4o, gen_ai.usage.input_tokens=1}",
            "chat CLIENT {gen_ai.operation.name=chat, gen_ai.provider.name=openai}",
            "chat CLIENT {gen_ai.operation.name=chat, gen_ai.provider.name=openai}",
            "execute_tool tool {gen_ai.operation.name=execute_tool,"
                + " gen_ai.provider.name=openai, gen_ai.tool.name=tool}");
    assertSecretIsOnNoSpan(compared);
  }

  @Test
  void omitsAttributesWhenAccessorThrows() {
    ComparedRun compared =
        ComparedRun.run(
            "Throwing",
            HEAD
                + """
                public class Throwing {
                  static class Broken extends ChatResponse {
                    Broken() { super(ChatResponse.builder().aiMessage(AiMessage.from("text")).id("r-2")); }
                    @Override public String modelName() { return "m"; }
                    @Override public FinishReason finishReason() { throw new IllegalStateException("SECRET"); }
                    @Override public TokenUsage tokenUsage() { throw new StackOverflowError(); }
                  }
                  @AICall(provider = "openai") static Broken broken() { return new Broken(); }
                  @AICall(provider = "openai") static <R extends ChatResponse> R variable(R r) { return r; }
                  public static Object run() { return broken().id() + variable(new Broken()).id(); }
                }
                """
                    .replace("SECRET", SECRET));

    assertThat(compared.outcome()).isEqualTo("returned r-2r-2");
    String line =
        "chat CLIENT {gen_ai.operation.name=chat, gen_ai.provider.name=openai,"
            + " gen_ai.response.id=r-2, gen_ai.response.model=m}\n";
    assertThat(compared.tree()).isEqualTo(line + line);
    assertSecretIsOnNoSpan(compared);
  }

  @Test
  void recordsNoExceptionMessages() {
    ComparedRun compared =
        ComparedRun.run(
            "Secrets",
            HEAD
                + """
                public class Secrets {
                  static class Refused extends RuntimeException {
                    Refused() { super("SECRET", new IllegalStateException("SECRET", new Exception("SECRET"))); }
                    @Override public String getLocalizedMessage() { return "SECRET"; }
                    @Override public String toString() { return "SECRET"; }
                  }
                  @AICall(provider = "openai") static ChatResponse direct() {
                    Refused refused = new Refused();
                    refused.addSuppressed(new IllegalStateException("SECRET"));
                    throw refused;
                  }
                  @AICall(provider = "openai") static CompletionStage<ChatResponse> later() {
                    return CompletableFuture.failedStage(new CompletionException("SECRET", new Refused()));
                  }
                  @AICall(provider = "openai") static ChatResponse overflow() { throw new StackOverflowError("SECRET"); }
                  public static Object run() {
                    later();
                    try { overflow(); } catch (StackOverflowError e) { /* goes on */ }
                    try { return direct(); } catch (Refused e) { return e.getMessage(); }
                  }
                }
                """
                    .replace("SECRET", SECRET));

    assertThat(compared.outcome()).isEqualTo("returned " + SECRET);
    assertThat(compared.tree())
        .isEqualTo(
            """
            chat CLIENT ERROR {error.type=Secrets$Refused, gen_ai.operation.name=chat,\
             gen_ai.provider.name=openai} [exception {exception.type=Secrets$Refused}]
            chat CLIENT ERROR {error.type=java.lang.StackOverflowError, gen_ai.operation.name=chat,\
             gen_ai.provider.name=openai} [exception {exception.type=java.lang.StackOverflowError}]
            chat CLIENT ERROR {error.type=Secrets$Refused, gen_ai.operation.name=chat,\
             gen_ai.provider.name=openai} [exception {exception.type=Secrets$Refused}]
            """);
    assertThat(compared.spans().get(0).getEvents().get(0).getAttributes().toString())
        .contains("Caused by: java.lang.IllegalStateException");
    assertSecretIsOnNoSpan(compared);
  }

  @Test
  void nestedCallRecordsNoExceptionMessage() {
    ComparedRun compared =
        ComparedRun.run(
            "Nested",
            HEAD
                + """
                public class Nested {
                  @WorkflowStep static void step() { ask(); }
                  @AICall(provider = "openai") static ChatResponse ask() { throw new IllegalStateException("SECRET"); }
                  public static Object run() { step(); return null; }
                }
                """
                    .replace("SECRET", SECRET));

    assertThat(compared.spans()).hasSize(2);
    assertSecretIsOnNoSpan(compared);
  }

  /** Checks the complete text of each span: attributes, events, status, links and resource. */
  private static void assertSecretIsOnNoSpan(ComparedRun compared) {
    assertThat(compared.spans())
        .allSatisfy(span -> assertThat(completeText(span)).doesNotContain(SECRET));
  }

  private static String completeText(SpanData span) {
    return span.getName() + span.getAttributes() + span.getEvents() + span.getStatus() + span;
  }
}
