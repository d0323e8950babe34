package assistant.store;

import assistant.store.Messages.Message;
import java.util.List;

/** The questions that are accepted and not answered yet, also after a crash. Thread-safe. */
public final class PendingQuestions {

  private final Database database;

  /**
   * Creates the pending questions of a database.
   *
   * @param database the database
   */
  public PendingQuestions(Database database) {
    this.database = database;
  }

  /**
   * Adds a question.
   *
   * @param pending the question
   * @throws DatabaseException also if a question with this ID is pending in the room
   */
  public void add(Pending pending) {
    database.update(
        "insert into pending_question (id, room, author, content, traceparent)"
            + " values (?, ?, ?, ?, ?)",
        pending.question().id(),
        pending.room(),
        pending.question().author(),
        pending.question().content(),
        pending.traceparent());
  }

  /**
   * Removes a question.
   *
   * @param room the room's ID
   * @param id the question's ID
   */
  public void remove(String room, String id) {
    database.update("delete from pending_question where room = ? and id = ?", room, id);
  }

  /**
   * Returns all pending questions.
   *
   * @return the questions
   */
  public List<Pending> all() {
    return database.query(
        "select id, author, content, room, traceparent from pending_question",
        row ->
            new Pending(
                new Message(row.getString(1), row.getString(2), row.getString(3)),
                row.getString(4),
                row.getString(5)));
  }

  /**
   * A pending question.
   *
   * @param question the question
   * @param room the room's ID
   * @param traceparent the trace context of the span that accepted the question, or an empty string
   */
  public record Pending(Message question, String room, String traceparent) {}
}
