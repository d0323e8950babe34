package assistant;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed while the model answers leaves the question to the next process. */
@Tag("slow")
final class CrashTest {

  @TempDir private Path folder;
  private PausedModel model;

  @BeforeEach
  void startModel() throws IOException {
    model = PausedModel.start();
  }

  @AfterEach
  void stopModel() {
    model.close();
  }

  @Test
  void nextProcessContinuesRunInTheSameTrace() throws Exception {
    String trace;
    String room;
    try (AssistantProcess first = start();
        ChatClient anna = first.signIn("anna")) {
      room = anna.rooms().get(0);
      trace = anna.visit().substring(3, 35);
      anna.connect("websocket");
      anna.join(room);
      anna.send(room, "Where do I start?", anna.visit());
      assertThat(anna.nextPart()).isEqualTo("Begin ");
      first.kill();
    }
    model.resume();

    try (AssistantProcess second = start()) {
      String question =
          second.await(
              Pattern.compile("trace_id=" + trace + " .*Continuing with the question (\\S+)"));
      second.await(Pattern.compile("trace_id=" + trace + " .*(Answered) the question " + question));
      second.await(Pattern.compile("^(trace) " + trace));
      second.await(Pattern.compile("(─ continue) "));
      second.await(Pattern.compile("workflow.run.id = (" + question + ")"));
      second.await(Pattern.compile("(─ ask) "));
      try (ChatClient anna = second.signIn("anna")) {
        assertThat(anna.messages(room).findValuesAsText("content"))
            .containsExactly("Where do I start?", "Begin again.");
      }
    }

    try (AssistantProcess third = start();
        ChatClient anna = third.signIn("anna")) {
      assertThat(anna.messages(room)).hasSize(2);
      assertThat(third.output()).doesNotContain("Continuing");
    }
  }

  private AssistantProcess start() throws IOException {
    return AssistantProcess.start(
        Map.of(
            "ASSISTANT_DATABASE_URL",
            "jdbc:h2:file:" + folder.resolve("assistant") + ";WRITE_DELAY=0",
            "OPENAI_BASE_URL",
            model.url(),
            "OTEL_TRACES_EXPORTER",
            "tree"));
  }
}
