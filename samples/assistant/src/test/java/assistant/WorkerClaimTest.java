package assistant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import assistant.chat.AnswerSteps;
import assistant.chat.Answerer;
import assistant.chat.Audience;
import assistant.chat.Handover;
import assistant.chat.LocalAnswerer;
import assistant.chat.Question;
import assistant.chat.Worker;
import assistant.model.Advisor;
import assistant.store.DatabaseException;
import assistant.store.Messages;
import assistant.store.PendingQuestions;
import assistant.store.PendingQuestions.Claim;
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

/** A worker loses no answer, and no reply, of a question that it has claimed. */
final class WorkerClaimTest {

  private static final long SECONDS = 20;

  private final ExampleDatabase example = new ExampleDatabase();
  private final PendingQuestions pending = example.pending();
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
    Claim claim = pending.addClaimed(question);
    CompletableFuture<Void> answered = CompletableFuture.runAsync(() -> worker.answer(claim));
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

  @Test
  void waitsForWorkerThatTookOver() throws Exception {
    Handover handover = new Handover(pending, messages, audience, Duration.ofSeconds(SECONDS));
    Answerer answerer = new LocalAnswerer(pending, worker, handover);
    CompletableFuture<Void> answered = CompletableFuture.runAsync(() -> answerer.answer(question));
    assertThat(next()).isEqualTo("part: Begin ");
    example.expireClaims();
    Claim other = pending.claim().orElseThrow();
    model.resume();
    assertThat(next()).isEqualTo("part: again.");

    assertThat(pending.answer(other, "Start over.")).isTrue();
    assertThat(next()).isEqualTo("answer: Start over.");
    answered.get(SECONDS, TimeUnit.SECONDS);
  }

  @Test
  void finishesAnswersBeforeItCloses() throws Exception {
    pending.add(question);
    worker.startClaiming();
    assertThat(next()).isEqualTo("part: Begin ");
    worker.stopClaiming();
    CompletableFuture<Void> closed = CompletableFuture.runAsync(worker::close);
    model.resume();

    closed.get(SECONDS, TimeUnit.SECONDS);
    assertThat(messages.answer(question.room(), "q-1")).hasValue("Begin again.");
  }

  private String next() throws InterruptedException {
    return received.poll(SECONDS, TimeUnit.SECONDS);
  }
}
