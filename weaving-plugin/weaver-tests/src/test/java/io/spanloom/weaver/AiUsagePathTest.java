package io.spanloom.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The member {@code usage} of {@code @AICall}. */
final class AiUsagePathTest {

  @Test
  void readsUsageThroughTypeParameters() {
    ComparedRun compared =
        ComparedRun.run(
            "Wrapped",
            """
            import dev.langchain4j.data.message.AiMessage;
            import dev.langchain4j.model.chat.response.ChatResponse;
            import dev.langchain4j.model.output.TokenUsage;
            import io.spanloom.AICall;
            import java.util.Optional;
            public class Wrapped {
              record Usage(int inputTokens, int outputTokens) {}
              record Counts<N>(N inputTokens, int outputTokens) {}
              record Reply<T>(T body) {}
              record Envelope<R>(Optional<R> reply) {}
              static class Answers<A extends Reply<Usage>> { public A first() { return null; } }
              static class Answer extends Answers<Reply<Usage>> {
                @Override public Reply<Usage> first() { return reply(USAGE); }
              }
              static final Usage USAGE = new Usage(10, 2);
              static <T> Reply<T> reply(T body) { return new Reply<>(body); }
              @AICall(provider = "openai", usage = "result.body") static Reply<ChatResponse> client() {
                return reply(ChatResponse.builder().aiMessage(AiMessage.from("text"))
                    .tokenUsage(new TokenUsage(10, 2)).build());
              }
              @AICall(provider = "openai", usage = "result.body") static Reply<Usage> own() {
                return reply(USAGE);
              }
              @AICall(provider = "openai", usage = "result.reply.body")
              static Envelope<Reply<? extends Usage>> nested() {
                return new Envelope<>(Optional.of(reply(USAGE)));
              }
              @AICall(provider = "openai", usage = "result.first.body") static Answers<?> bounded() {
                return new Answer();
              }
              @AICall(provider = "openai", usage = "result.body") static Reply<Optional<Usage>> optional() {
                return reply(Optional.of(USAGE));
              }
              @AICall(provider = "openai", usage = "result.body") static Reply<Optional<Usage>> absent() {
                return reply(Optional.empty());
              }
              @AICall(provider = "openai", usage = "result") static Counts<Integer> counts() {
                return new Counts<>(10, 2);
              }
              public static Object run() {
                client(); own(); nested(); bounded(); optional(); absent(); counts();
                return 1;
              }
            }
            """);

    String start = "chat CLIENT {";
    String call = "gen_ai.operation.name=chat, gen_ai.provider.name=openai";
    String usage =
        start
            + "ai.usage.total_tokens=12, "
            + call
            + ", gen_ai.usage.input_tokens=10, gen_ai.usage.output_tokens=2}";
    assertThat(compared.tree().lines())
        .containsExactly(
            usage,
            usage,
            usage,
            usage,
            usage,
            start + call + "}",
            start + call + ", gen_ai.usage.output_tokens=2}");
  }
}
