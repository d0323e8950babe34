package assistant.chat;

import assistant.store.Messages.Message;
import assistant.store.PendingQuestions.Pending;

/**
 * A question that a user asks in a room.
 *
 * @param id the ID that the sender chose, unique in the room
 * @param user the user who asks
 * @param room the room's ID
 * @param text the text
 */
public record Question(String id, String user, String room, String text) {

  static Question of(Pending pending) {
    Message question = pending.question();
    return new Question(question.id(), question.author(), pending.room(), question.content());
  }

  Message message() {
    return new Message(id, user, text);
  }

  /** Omits the text, so that no log line can contain it. */
  @Override
  public String toString() {
    return "Question[id=" + id + ", user=" + user + ", room=" + room + "]";
  }
}
