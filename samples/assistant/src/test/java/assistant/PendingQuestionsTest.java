package assistant;

import static org.assertj.core.api.Assertions.assertThat;

import assistant.store.Accounts;
import assistant.store.Database;
import assistant.store.Messages;
import assistant.store.Messages.Message;
import assistant.store.PendingQuestions;
import assistant.store.PendingQuestions.Claim;
import assistant.store.PendingQuestions.Pending;
import assistant.store.Rooms;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One worker at a time works on a question. */
final class PendingQuestionsTest {

  private final String url = Settings.local(UUID.randomUUID().toString()).databaseUrl();
  private final Database database = Database.open(url);
  private final Messages messages = new Messages(database);
  private final PendingQuestions pending = new PendingQuestions(database);
  private Pending question;

  @BeforeEach
  void addRoom() {
    database.createTables();
    new Accounts(database).add("anna", "anna-demo");
    question =
        new Pending(
            new Message("q-1", "anna", "Where do I start?"),
            new Rooms(database).add("anna", "Kitchen").id(),
            "",
            Map.of("request.id", "r-1"));
  }

  @AfterEach
  void close() {
    database.close();
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

    expireClaims();
    pending.renew(claim);
    assertThat(pending.claim()).isEmpty();
  }

  @Test
  void workerThatLostItsClaimCannotAnswer() throws SQLException {
    Claim lost = pending.addClaimed(question);
    pending.extendDraft(lost, "Begin ");
    expireClaims();
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
      expireClaims();
    }

    assertThat(pending.claim()).isEmpty();
    assertThat(pending.draft(question)).isEmpty();
  }

  private void expireClaims() throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute("update pending_question set claimed_until = current_timestamp");
    }
  }
}
