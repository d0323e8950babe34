package assistant;

import static io.opentelemetry.api.common.AttributeKey.booleanKey;
import static io.opentelemetry.api.common.AttributeKey.doubleKey;
import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.spanloom.testing.RecordedSpans;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One trace leads from the sign-in over HTTP through the socket and the model to the database. */
final class OneTraceTest extends AssistantTestBase {

  private static final String QUESTION = "How much are tiles?";

  private static final List<String> BELOW_THE_MESSAGE =
      List.of(
          "answer",
          "validate",
          "load history",
          "ask",
          "store",
          "notify",
          "invoke_agent advisor",
          "execute_tool price",
          "chat gpt-4o-mini",
          "POST",
          "select price",
          "select message",
          "insert message");

  @BeforeAll
  static void start() throws IOException {
    startAssistant(settings());
  }

  @Test
  void oneTraceLeadsFromSignInToStatements(RecordedSpans spans) throws Exception {
    try (ChatClient anna = ChatClient.signedIn(assistant, "anna")) {
      converse(anna);
      spans.await("ChatHandler.disconnected");
      spans.awaitAll();

      assertThat(spans.ended())
          .extracting(SpanData::getTraceId)
          .containsOnly(anna.visit().substring(3, 35));
    }
    spans
        .tree()
        .onlyAttributes(
            "http.response.status_code",
            "messaging.system",
            "socket.event",
            "socket.transport",
            "socket.content_length",
            "rate_limit.exceeded",
            "security.prompt_injection",
            "validation.passed",
            "workflow.name",
            "workflow.step.index",
            "workflow.step.outcome",
            "gen_ai.provider.name",
            "gen_ai.response.finish_reasons",
            "ai.prompt.phase",
            "ai.tool.calls_count",
            "ai.react_loop.iterations",
            "gen_ai.tool.name",
            "gen_ai.request.stream",
            "db.system.name")
        .assertIs(
            """
            POST /api/sign-in SERVER {http.response.status_code=200}
              Accounts.verify
                select account CLIENT {db.system.name=h2database}
            ChatHandler.connected SERVER {messaging.system=socket.io, socket.event=connect, socket.transport=websocket}
            GET /api/rooms SERVER {http.response.status_code=200}
              Rooms.of
                select room CLIENT {db.system.name=h2database}
            ChatHandler.join CONSUMER {messaging.system=socket.io, socket.event=join, socket.transport=websocket}
              Rooms.belongsTo
                select room CLIENT {db.system.name=h2database}
            ChatHandler.receive CONSUMER {messaging.system=socket.io, rate_limit.exceeded=false, security.prompt_injection=false, socket.content_length=19, socket.event=message, socket.transport=websocket, validation.passed=true}
              answer {ai.prompt.phase=advise, workflow.name=answer} -> another trace
                validate {ai.prompt.phase=advise, workflow.name=answer, workflow.step.index=1, workflow.step.outcome=success}
                  Rooms.belongsTo {ai.prompt.phase=advise}
                    select room CLIENT {ai.prompt.phase=advise, db.system.name=h2database}
                  select message CLIENT {ai.prompt.phase=advise, db.system.name=h2database}
                insert pending_question CLIENT {ai.prompt.phase=advise, db.system.name=h2database}
                load history {ai.prompt.phase=advise, workflow.name=answer, workflow.step.index=2, workflow.step.outcome=success}
                  select message CLIENT {ai.prompt.phase=advise, db.system.name=h2database}
                ask {ai.prompt.phase=advise, workflow.name=answer, workflow.step.index=3, workflow.step.outcome=success}
                  invoke_agent advisor {ai.prompt.phase=advise, ai.react_loop.iterations=2, ai.tool.calls_count=1, gen_ai.provider.name=openai}
                    chat gpt-4o-mini CLIENT {ai.prompt.phase=advise, ai.tool.calls_count=1, gen_ai.provider.name=openai, gen_ai.request.stream=true, gen_ai.response.finish_reasons=[tool_calls]}
                      POST CLIENT {ai.prompt.phase=advise, http.response.status_code=200}
                    execute_tool price {ai.prompt.phase=advise, gen_ai.tool.name=price} -> chat gpt-4o-mini
                      select price CLIENT {ai.prompt.phase=advise, db.system.name=h2database}
                    chat gpt-4o-mini CLIENT {ai.prompt.phase=advise, gen_ai.provider.name=openai, gen_ai.request.stream=true, gen_ai.response.finish_reasons=[stop]}
                      POST CLIENT {ai.prompt.phase=advise, http.response.status_code=200}
                store {ai.prompt.phase=advise, workflow.name=answer, workflow.step.index=4, workflow.step.outcome=success}
                  delete pending_question CLIENT {ai.prompt.phase=advise, db.system.name=h2database}
                  insert message CLIENT {ai.prompt.phase=advise, db.system.name=h2database}
                  insert message CLIENT {ai.prompt.phase=advise, db.system.name=h2database}
                notify {ai.prompt.phase=advise, workflow.name=answer, workflow.step.index=5, workflow.step.outcome=success}
            ChatHandler.disconnected SERVER {messaging.system=socket.io, socket.event=disconnect, socket.transport=websocket}
            """);
  }

  @Test
  void identifiesUserSessionRoomRequestAndPhaseOnAllSpansOfAMessage(RecordedSpans spans)
      throws Exception {
    String room;
    String socket;
    try (ChatClient anna = new ChatClient(assistant)) {
      anna.signIn("anna", "anna-demo");
      socket = anna.connect("websocket");
      room = converse(anna);
      spans.await("ChatHandler.disconnected");
    }
    spans.awaitAll();

    SpanData message = spans.only("ChatHandler.receive");
    String request = message.getAttributes().get(stringKey("request.id"));
    String session = spans.only("POST /api/sign-in").getAttributes().get(stringKey("session.id"));
    assertThat(request).hasSize(36);
    assertThat(session).hasSize(16);
    assertThat(message.getAttributes().get(stringKey("socket.id"))).isEqualTo(socket);
    assertThat(BELOW_THE_MESSAGE)
        .allSatisfy(
            name ->
                assertThat(named(spans, name))
                    .isNotEmpty()
                    .allSatisfy(
                        span -> {
                          assertAttribute(span, stringKey("request.id"), request);
                          assertAttribute(span, stringKey("session.id"), session);
                          assertAttribute(span, stringKey("user.id"), "anna");
                          assertAttribute(span, stringKey("socket.room"), room);
                          assertAttribute(span, stringKey("ai.prompt.phase"), "advise");
                        }));
    assertAttribute(message, booleanKey("validation.passed"), true);
    assertAttribute(message, longKey("socket.content_length"), (long) QUESTION.length());
  }

  @Test
  void sumsUpTokensAndCostOfIterations(RecordedSpans spans) throws Exception {
    try (ChatClient ben = ChatClient.signedIn(assistant, "ben")) {
      converse(ben);
    }
    spans.awaitAll();

    List<SpanData> iterations = named(spans, "chat gpt-4o-mini").toList();
    long input = sum(iterations, "gen_ai.usage.input_tokens");
    long output = sum(iterations, "gen_ai.usage.output_tokens");
    assertThat(iterations).hasSize(2);
    assertThat(input).isEqualTo(132);
    assertThat(output).isEqualTo(22);
    assertThat(iterations.stream().mapToDouble(OneTraceTest::cost).sum())
        .isCloseTo((input * 0.15 + output * 0.6) / 1_000_000, within(1e-12));
    assertThat(iterations)
        .allSatisfy(
            iteration ->
                assertThat(sum(List.of(iteration), "ai.stream.chunks_count")).isPositive());

    SpanData agent = spans.only("invoke_agent advisor");
    assertAttribute(agent, longKey("ai.usage.prompt_tokens"), input);
    assertAttribute(agent, longKey("ai.usage.completion_tokens"), output);
    assertAttribute(agent, longKey("ai.usage.total_tokens"), input + output);
    assertAttribute(agent, doubleKey("ai.cost.estimated_usd"), 0.000033);
  }

  /** Joins the first room, asks a question, and disconnects. Returns the room. */
  private static String converse(ChatClient client) throws Exception {
    String room = client.rooms().get(0);
    assertThat(client.join(room).getString("status")).isEqualTo("joined");
    assertThat(client.ask(room, QUESTION).getString("status")).isEqualTo("answered");
    assertThat(client.nextPart()).isEqualTo("The ");
    assertThat(client.nextAnswer()).contains("34.90 EUR per m2");
    client.disconnect();
    return room;
  }

  private static Stream<SpanData> named(RecordedSpans spans, String name) {
    return spans.ended().stream().filter(span -> span.getName().equals(name));
  }

  private static <T> void assertAttribute(SpanData span, AttributeKey<T> key, T value) {
    assertThat(span.getAttributes().get(key)).as(span.getName() + " " + key).isEqualTo(value);
  }

  private static long sum(List<SpanData> spans, String key) {
    return spans.stream()
        .map(span -> span.getAttributes().get(longKey(key)))
        .filter(Objects::nonNull)
        .mapToLong(Long::longValue)
        .sum();
  }

  private static double cost(SpanData span) {
    return Objects.requireNonNull(span.getAttributes().get(doubleKey("ai.cost.estimated_usd")));
  }
}
