package assistant;

import static org.assertj.core.api.Assertions.assertThat;

import assistant.store.Messages;
import assistant.store.PendingQuestions;
import assistant.store.PendingQuestions.Claim;
import assistant.store.PendingQuestions.Pending;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One worker at a time works on a question. */
final class PendingQuestionsTest {

  private final ExampleDatabase example = new ExampleDatabase();
  private final Messages messages = new Messages(example.database());
  private final PendingQuestions pending = example.pending();
  private final Pending question = example.question();

  @AfterEach
  void close() {
    example.close();
  }

  @Test
  void oneWorkerClaimsQuestion() {
    pending.add(question);

    assertThat(pending.claim().orElseThrow().pending()).isEqualTo(question);
    assertThat(pending.claim()).isEmpty();
  }

  @Test
  void renewedClaimDoesNotExpire() throws SQLException {
    Claim claim = pending.addClaimed(question);
    assertThat(pending.claim()).isEmpty();

    example.expireClaims();
    pending.renew(claim);
    assertThat(pending.claim()).isEmpty();
  }

  @Test
  void workerThatLostItsClaimCannotAnswer() throws SQLException {
    Claim lost = pending.addClaimed(question);
    pending.extendDraft(lost, "Begin ");
    example.expireClaims();
    Claim claim = pending.claim().orElseThrow();

    assertThat(pending.draft(question)).hasValue("");
    pending.extendDraft(lost, "again.");
    pending.renew(lost);
    pending.remove(lost);
    assertThat(pending.answer(lost, "late")).isFalse();
    assertThat(pending.draft(question)).hasValue("");
    assertThat(messages.latest(question.room(), 10)).isEmpty();

    assertThat(pending.answer(claim, "Begin again.")).isTrue();
    assertThat(pending.draft(question)).isEmpty();
    assertThat(messages.answer(question.room(), "q-1")).hasValue("Begin again.");
  }

  @Test
  void discardsQuestionThatEachWorkerFailsToAnswer() throws SQLException {
    pending.add(question);
    for (int attempt = 0; attempt < 3; attempt++) {
      assertThat(pending.claim()).isPresent();
      example.expireClaims();
    }

    assertThat(pending.claim()).isEmpty();
    assertThat(pending.draft(question)).isEmpty();
  }
}
