package assistant.store;

import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The messages of the rooms. Thread-safe. */
public final class Messages {

  /** The author of the model's answers. */
  public static final String ASSISTANT = "assistant";

  private final Database database;

  /**
   * Creates the messages of a database.
   *
   * @param database the database
   */
  public Messages(Database database) {
    this.database = database;
  }

  /**
   * Returns the latest messages of a room.
   *
   * @param room the room's ID
   * @param limit the maximum number of messages
   * @return the messages, the oldest first
   */
  public List<Message> latest(String room, int limit) {
    List<Message> messages =
        database.query(
            "select id, author, content from message where room = ? order by position desc limit ?",
            row -> new Message(row.getString(1), row.getString(2), row.getString(3)),
            room,
            limit);
    Collections.reverse(messages);
    return messages;
  }

  /**
   * Returns whether a room contains a message with an ID.
   *
   * @param room the room's ID
   * @param id the ID
   * @return true if the ID belongs to a question that is answered
   */
  public boolean contains(String room, String id) {
    return database
        .queryOne("select id from message where room = ? and id = ?", row -> true, room, id)
        .isPresent();
  }

  /**
   * Returns the answer to a question.
   *
   * @param room the room's ID
   * @param id the ID of the question
   * @return the text, or empty if the question has no answer
   */
  public Optional<String> answer(String room, String id) {
    return database.queryOne(
        "select content from message where room = ? and id = ? and author = ?",
        row -> row.getString(1),
        room,
        id,
        ASSISTANT);
  }

  /** Returns the statement that adds a message to a room. */
  static Database.Update addition(String room, Message message) {
    return Database.Update.of(
        "insert into message (id, author, room, content) values (?, ?, ?, ?)",
        message.id(),
        message.author(),
        room,
        message.content());
  }

  /**
   * A message.
   *
   * @param id the ID, which a question and its answer share
   * @param author the user, or {@link #ASSISTANT}
   * @param content the text
   */
  public record Message(String id, String author, String content) {

    /** Returns whether the model wrote the message. */
    public boolean isAnswer() {
      return author.equals(ASSISTANT);
    }

    /** Omits the content, so that no log line can contain it. */
    @Override
    public String toString() {
      return "Message[id=" + id + ", author=" + author + "]";
    }
  }
}
