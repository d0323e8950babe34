package assistant;

import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.spanloom.testing.RecordedSpans;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Users connect again, with any transport, and continue their conversation. */
final class ReconnectTest extends AssistantTestBase {

  @BeforeAll
  static void start() throws IOException {
    startAssistant(settings());
  }

  @Test
  void continuesConversationAfterReconnecting(RecordedSpans spans) throws Exception {
    try (ChatClient anna = new ChatClient(assistant)) {
      anna.signIn("anna", "anna-demo");
      String room = anna.rooms().get(0);
      String first = anna.connect("polling");
      anna.ask(room, "Where do I start?");
      anna.disconnect();
      spans.await("ChatHandler.disconnected");
      String second = anna.connect("websocket");
      anna.join(room);
      anna.ask(room, "How much is paint?");

      assertThat(anna.nextAnswer()).contains("11.50 EUR per l");
      assertThat(anna.messages(room).findValuesAsText("author"))
          .containsExactly("anna", "assistant", "anna", "assistant");
      spans.awaitAll();
      assertThat(values(spans, "ChatHandler.receive", stringKey("socket.transport")))
          .containsExactly("polling", "websocket");
      assertThat(values(spans, "ChatHandler.receive", stringKey("socket.id")))
          .containsExactly(first, second);
      assertThat(values(spans, "ChatHandler.connected", stringKey("session.id")))
          .hasSize(2)
          .containsOnly(
              spans.only("ChatHandler.join").getAttributes().get(stringKey("session.id")));
    }
  }

  private static <T> List<T> values(RecordedSpans spans, String name, AttributeKey<T> key) {
    return spans.ended().stream()
        .filter(span -> span.getName().equals(name))
        .map(SpanData::getAttributes)
        .map(attributes -> attributes.get(key))
        .toList();
  }
}
