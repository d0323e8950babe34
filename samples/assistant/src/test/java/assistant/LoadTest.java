package assistant;

import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.sdk.trace.data.SpanData;
import io.spanloom.testing.RecordedSpans;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.json.JSONObject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Many users ask at the same time. */
@Tag("slow")
final class LoadTest extends AssistantTestBase {

  private static final int CLIENTS = 20;
  private static final int MESSAGES = 10;
  private static final int SPANS_OF_A_MESSAGE = 22;

  @BeforeAll
  static void start() throws IOException {
    startAssistant(settings());
  }

  @Test
  void answersTwoUsersAtOnceInTheirOwnTraces(RecordedSpans spans) throws Exception {
    assertEachMessageHasItsTrace(spans, 2, 1);
  }

  @Test
  void keepsTracesOfTwentyUsersApart(RecordedSpans spans) throws Exception {
    assertEachMessageHasItsTrace(spans, CLIENTS, MESSAGES);
  }

  private static void assertEachMessageHasItsTrace(RecordedSpans spans, int clients, int messages)
      throws Exception {
    List<ChatClient> users = new ArrayList<>();
    Map<String, String> rooms = new HashMap<>();
    List<CompletableFuture<JSONObject>> replies = new ArrayList<>();
    try {
      for (int i = 0; i < clients; i++) {
        users.add(ChatClient.signedIn(assistant, assistant.addUser()));
      }
      for (ChatClient user : users) {
        String room = user.rooms().get(0);
        for (int i = 0; i < messages; i++) {
          String traceparent = user.newTraceparent();
          rooms.put(traceparent.substring(3, 35), room);
          replies.add(user.send(room, "How much is plaster?", traceparent));
        }
      }
      for (CompletableFuture<JSONObject> reply : replies) {
        assertThat(reply.get(60, TimeUnit.SECONDS).getString("status")).isEqualTo("answered");
      }
    } finally {
      users.forEach(ChatClient::close);
    }
    spans.awaitAll();

    Map<String, List<SpanData>> traces =
        spans.ended().stream()
            .filter(span -> rooms.containsKey(span.getTraceId()))
            .collect(groupingBy(SpanData::getTraceId));
    assertThat(traces.keySet()).isEqualTo(rooms.keySet());
    traces.forEach(
        (trace, all) -> {
          assertThat(all).extracting(SpanData::getName).hasSize(SPANS_OF_A_MESSAGE);
          assertThat(all)
              .extracting(span -> span.getAttributes().get(stringKey("socket.room")))
              .filteredOn(Objects::nonNull)
              .containsOnly(rooms.get(trace));
          assertConnected(all);
        });
  }

  /** Asserts that each span but the first has its parent in the trace. */
  private static void assertConnected(List<SpanData> trace) {
    List<String> ids = trace.stream().map(SpanData::getSpanId).toList();
    assertThat(trace)
        .filteredOn(span -> !ids.contains(span.getParentSpanId()))
        .extracting(SpanData::getName)
        .containsExactly("ChatHandler.receive");
  }
}
