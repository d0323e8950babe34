package assistant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import assistant.chat.AnswerSteps;
import assistant.chat.Audience;
import assistant.chat.Question;
import assistant.chat.Worker;
import assistant.model.Advisor;
import assistant.store.DatabaseException;
import assistant.store.Messages;
import assistant.store.PendingQuestions;
import assistant.store.PendingQuestions.Pending;
import assistant.store.Prices;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A worker answers a question that its own process accepted. */
final class WorkerClaimTest {

  private static final long SECONDS = 20;

  private final ExampleDatabase example = new ExampleDatabase();
  private final PendingQuestions pending = new PendingQuestions(example.database());
  private final Messages messages = new Messages(example.database());
  private final Pending question = example.question();
  private final BlockingQueue<String> received = new LinkedBlockingQueue<>();

  private final Audience audience =
      new Audience() {
        @Override
        public void part(Question question, String text) {
          received.add("part: " + text);
        }

        @Override
        public void answered(Question question, String answer) {
          received.add("answer: " + answer);
        }
      };

  private PausedModel model;
  private Worker worker;

  @BeforeEach
  void createWorker() throws IOException {
    model = PausedModel.start();
    Advisor advisor =
        new Advisor(
            model.url(),
            "none",
            "gpt-4o-mini",
            Duration.ofSeconds(SECONDS),
            new Prices(example.database()));
    worker = new Worker(pending, new AnswerSteps(messages, pending, advisor), claim -> audience);
  }

  @AfterEach
  void close() {
    model.close();
    worker.close();
    example.close();
  }

  @Test
  void removesQuestionWhoseAnswerTheDatabaseRejects() throws Exception {
    CompletableFuture<Void> answered = answer();
    assertThat(next()).isEqualTo("part: Begin ");
    example.execute(
        "insert into message (id, author, room, content) values ('q-1', 'anna', '%s', 'used')"
            .formatted(question.room()));
    model.resume();

    assertThatThrownBy(() -> answered.get(SECONDS, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .cause()
        .isInstanceOfSatisfying(
            DatabaseException.class, failure -> assertThat(failure.state()).startsWith("23"));
    assertThat(pending.draft(question)).as("pending").isEmpty();
  }

  private CompletableFuture<Void> answer() {
    return CompletableFuture.runAsync(() -> worker.answer(question));
  }

  private String next() throws InterruptedException {
    return received.poll(SECONDS, TimeUnit.SECONDS);
  }
}
