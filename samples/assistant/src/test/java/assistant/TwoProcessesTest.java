package assistant;

import static org.assertj.core.api.Assertions.assertThat;

import assistant.TraceCollector.ReceivedSpan;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.json.JSONObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A front and a worker write one trace, also if one of them is killed. */
@Tag("slow")
final class TwoProcessesTest {

  private static final String FRONT = "assistant-front";
  private static final String WORKER = "assistant-worker";
  private static final List<String> REQUEST_ATTRIBUTES =
      List.of("request.id", "session.id", "user.id", "socket.room", "ai.prompt.phase");

  private static final int EXPIRING = 3;
  private static final int NOT_EXPIRING = 3_600;

  private static final Pattern CONTINUING = Pattern.compile("Continuing with the question (\\S+)");

  private static EmbeddedPostgres postgres;
  private static TraceCollector collector;

  private static PausedModel model;
  private static AssistantProcess front;
  private static AssistantProcess worker;

  @BeforeAll
  static void startProcesses() throws IOException {
    postgres = EmbeddedPostgres.start();
    collector = TraceCollector.start();
    model = PausedModel.start();
    front = start(Role.FRONT, NOT_EXPIRING);
    worker = start(Role.WORKER, NOT_EXPIRING);
  }

  @AfterAll
  static void stopProcesses() throws IOException {
    front.close();
    worker.close();
    model.close();
    collector.close();
    postgres.close();
  }

  @BeforeEach
  void pauseModel() {
    model.pause();
  }

  @Test
  void oneTraceLeadsThroughFrontAndWorker() throws Exception {
    List<ReceivedSpan> spans;
    try (ChatClient anna = front.signIn("anna")) {
      anna.connect("websocket");
      String room = anna.rooms().get(0);
      anna.join(room);
      String traceparent = anna.newTraceparent();
      CompletableFuture<JSONObject> reply = anna.send(room, "Where do I start?", traceparent);
      assertThat(anna.nextPart()).isEqualTo("Begin ");
      model.resume();

      assertAnswered(reply);
      assertThat(anna.nextAnswer()).isEqualTo("Begin again.");
      spans = collector.await(trace(traceparent), "ChatHandler.receive", "continue");
    }
    assertThat(TraceCollector.tree(spans))
        .isEqualTo(
            """
            assistant-front: ChatHandler.receive
              assistant-front: answer
                assistant-front: validate
                  assistant-front: Rooms.belongsTo
                    assistant-front: select room
                  assistant-front: select message
                assistant-front: insert pending_question
                assistant-worker: continue
                  assistant-worker: answer
                    assistant-worker: load history
                      assistant-worker: select message
                    assistant-worker: ask
                      assistant-worker: invoke_agent advisor
                        assistant-worker: chat gpt-4o-mini
                          assistant-worker: POST
                    assistant-worker: store
                      assistant-worker: delete pending_question
                      assistant-worker: insert message
                      assistant-worker: insert message
                assistant-front: select message
                assistant-front: notify
            """);
    ReceivedSpan question = TraceCollector.only(spans, FRONT, "insert pending_question");
    assertThat(spans)
        .filteredOn(span -> span.service().equals(WORKER))
        .allSatisfy(
            span ->
                assertThat(REQUEST_ATTRIBUTES)
                    .allSatisfy(
                        key ->
                            assertThat(span.attributes().get(key))
                                .isNotEmpty()
                                .isEqualTo(question.attributes().get(key))));
    assertThat(spans)
        .filteredOn(span -> span.attributes().containsKey("workflow.step.out_of_order"))
        .isEmpty();
  }

  @Test
  void nextWorkerContinuesRunOfKilledWorkerInTheSameTrace() throws Exception {
    worker.close();
    worker = start(Role.WORKER, EXPIRING);
    try (ChatClient anna = front.signIn("anna")) {
      anna.connect("websocket");
      String room = anna.rooms().get(0);
      anna.join(room);
      String traceparent = anna.newTraceparent();
      CompletableFuture<JSONObject> reply = anna.send(room, "Where do I start?", traceparent);
      assertThat(anna.nextPart()).isEqualTo("Begin ");
      worker.kill();

      worker = start(Role.WORKER, NOT_EXPIRING);
      String run = worker.await(CONTINUING);
      assertThat(reply).isNotDone();
      model.resume();
      assertAnswered(reply);
      assertThat(anna.nextAnswer()).isEqualTo("Begin again.");

      List<ReceivedSpan> spans =
          collector.await(trace(traceparent), "ChatHandler.receive", "continue");
      ReceivedSpan accepted = TraceCollector.only(spans, FRONT, "answer");
      ReceivedSpan continued = TraceCollector.only(spans, WORKER, "answer");
      assertThat(TraceCollector.only(spans, WORKER, "continue").parent()).isEqualTo(accepted.id());
      assertThat(accepted.attributes()).containsEntry("workflow.run.id", run);
      assertThat(continued.attributes()).containsEntry("workflow.run.id", run);
      assertThat(TraceCollector.only(spans, WORKER, "store").parent()).isEqualTo(continued.id());
    }
  }

  @Test
  void killedFrontLosesNoAnswer() throws Exception {
    String room;
    String traceparent;
    try (ChatClient ben = front.signIn("ben")) {
      ben.connect("websocket");
      room = ben.rooms().get(0);
      ben.join(room);
      traceparent = ben.newTraceparent();
      ben.send(room, "Where do I start?", traceparent);
      assertThat(ben.nextPart()).isEqualTo("Begin ");
      front.kill();
    }

    front = start(Role.FRONT, NOT_EXPIRING);
    model.resume();
    worker.await(Pattern.compile("trace_id=" + trace(traceparent) + " .*(Answered) the question"));
    try (ChatClient ben = front.signIn("ben")) {
      assertThat(ben.messages(room).findValuesAsText("content"))
          .containsExactly("Where do I start?", "Begin again.");
    }
    assertThat(TraceCollector.tree(collector.await(trace(traceparent), "continue")))
        .contains("assistant-worker: continue\n  assistant-worker: answer\n");
  }

  private static void assertAnswered(CompletableFuture<JSONObject> reply) throws Exception {
    assertThat(reply.get(30, TimeUnit.SECONDS).getString("status")).isEqualTo("answered");
  }

  private static String trace(String traceparent) {
    return traceparent.substring(3, 35);
  }

  private static AssistantProcess start(Role role, int claimSeconds) throws IOException {
    return AssistantProcess.start(
        Map.of(
            "ASSISTANT_ROLE",
            role.toString(),
            "ASSISTANT_CLAIM_SECONDS",
            Integer.toString(claimSeconds),
            "ASSISTANT_DATABASE_URL",
            postgres.getJdbcUrl("postgres", "postgres"),
            "OPENAI_BASE_URL",
            model.url(),
            "OTEL_TRACES_EXPORTER",
            "otlp",
            "OTEL_EXPORTER_OTLP_ENDPOINT",
            collector.url(),
            "OTEL_BSP_SCHEDULE_DELAY",
            "100"));
  }
}
