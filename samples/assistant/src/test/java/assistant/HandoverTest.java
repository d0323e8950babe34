package assistant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import assistant.chat.Audience;
import assistant.chat.Handover;
import assistant.chat.Question;
import assistant.model.ModelException;
import assistant.store.Messages;
import assistant.store.PendingQuestions;
import assistant.store.PendingQuestions.Claim;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A front waits for the answer of a worker, and passes it on while the worker writes it. */
final class HandoverTest {

  private static final long SECONDS = 20;

  private final ExampleDatabase example = new ExampleDatabase();
  private final PendingQuestions pending = example.pending();
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

  @AfterEach
  void close() {
    example.close();
  }

  @Test
  void passesOnAnswerWhileWorkerWritesIt() throws Exception {
    CompletableFuture<Void> handedOver = handOver();
    Claim claim = awaitClaim();

    pending.extendDraft(claim, "Begin ");
    assertThat(next()).isEqualTo("part: Begin ");
    pending.extendDraft(claim, "again.");
    assertThat(next()).isEqualTo("part: again.");
    assertThat(pending.answer(claim, "Begin again.")).isTrue();
    assertThat(next()).isEqualTo("answer: Begin again.");
    handedOver.get(SECONDS, TimeUnit.SECONDS);
  }

  @Test
  void repeatsNoPartOfKilledWorker() throws Exception {
    CompletableFuture<Void> handedOver = handOver();
    pending.extendDraft(awaitClaim(), "Begin ");
    assertThat(next()).isEqualTo("part: Begin ");

    Claim second = awaitClaimAfterExpiry();
    pending.extendDraft(second, "Begin again, ");
    assertThat(next()).isEqualTo("part: again, ");
    Claim third = awaitClaimAfterExpiry();
    pending.extendDraft(third, "Start over with another answer.");
    assertThat(pending.answer(third, "Start over.")).isTrue();
    assertThat(next()).isEqualTo("answer: Start over.");
    handedOver.get(SECONDS, TimeUnit.SECONDS);
  }

  @Test
  void failsIfWorkerGetsNoAnswer() {
    CompletableFuture<Void> handedOver = handOver();
    pending.remove(awaitClaim());

    assertThatThrownBy(() -> handedOver.get(SECONDS, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(ModelException.class);
    assertThat(received).isEmpty();
  }

  @Test
  void givesUpIfNoWorkerAnswersInTime() {
    Handover handover = handover(Duration.ofMillis(1));

    assertThatThrownBy(() -> handover.answer(example.question()))
        .isInstanceOf(ModelException.class)
        .hasMessage("No worker answered in time.");
    assertThat(pending.claim()).as("still pending").isPresent();
  }

  private Handover handover(Duration limit) {
    return new Handover(pending, new Messages(example.database()), audience, limit);
  }

  private CompletableFuture<Void> handOver() {
    Handover handover = handover(Duration.ofSeconds(SECONDS));
    return CompletableFuture.runAsync(() -> handover.answer(example.question()));
  }

  private String next() throws InterruptedException {
    return received.poll(SECONDS, TimeUnit.SECONDS);
  }

  private Claim awaitClaimAfterExpiry() throws SQLException {
    example.expireClaims();
    return awaitClaim();
  }

  private Claim awaitClaim() {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    Optional<Claim> claim = pending.claim();
    while (claim.isEmpty() && System.nanoTime() < deadline) {
      claim = pending.claim();
    }
    return claim.orElseThrow();
  }
}
