package assistant;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.json.JSONObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The assistant finishes its answers before it stops. */
final class ShutdownTest extends AssistantTestBase {

  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  private PausedModel model;

  @BeforeEach
  void startModel() throws IOException {
    model = PausedModel.start();
    startAssistant(settings().withModel(model.url(), TIMEOUT));
  }

  @AfterEach
  void stopModel() {
    stopAssistant();
    model.close();
  }

  @Test
  void answersBeforeItStops() throws Exception {
    try (ChatClient anna = ChatClient.signedIn(assistant, "anna")) {
      String room = anna.rooms().get(0);
      anna.join(room);
      CompletableFuture<JSONObject> reply = anna.send(room, "Where do I start?", anna.visit());
      assertThat(anna.nextPart()).isEqualTo("Begin ");

      CompletableFuture<Void> stopped = CompletableFuture.runAsync(assistant::close);
      awaitBusy(anna, room);
      model.resume();
      assertThat(anna.nextAnswer()).isEqualTo("Begin again.");
      assertThat(reply.get(TIMEOUT.toSeconds(), TimeUnit.SECONDS).getString("status"))
          .isEqualTo("answered");
      stopped.get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
    }
  }

  /** Waits until the assistant accepts no further messages. */
  private static void awaitBusy(ChatClient client, String room) throws Exception {
    long deadline = System.nanoTime() + TIMEOUT.toNanos();
    String reason = "";
    while (!reason.equals("busy") && System.nanoTime() < deadline) {
      reason = client.join(room).optString("reason");
    }
    assertThat(reason).isEqualTo("busy");
  }
}
