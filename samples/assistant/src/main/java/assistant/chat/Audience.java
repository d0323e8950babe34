package assistant.chat;

/** Receives answers on behalf of the people in a room. Thread-safe. */
public interface Audience {

  /**
   * Receives a part of an answer while the model writes it.
   *
   * @param question the question
   * @param text the part
   */
  void part(Question question, String text);

  /**
   * Receives a complete answer.
   *
   * @param question the question
   * @param answer the answer
   */
  void answered(Question question, String answer);
}
