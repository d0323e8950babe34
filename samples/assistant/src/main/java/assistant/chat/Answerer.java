package assistant.chat;

import assistant.store.PendingQuestions.Pending;

/** Answers accepted questions, in this process or in another one. Thread-safe. */
public interface Answerer {

  /**
   * Stores a question, so that no crash loses it, and waits until it is answered.
   *
   * @param pending the question
   * @throws assistant.model.ModelException if the model fails
   * @throws assistant.store.DatabaseException if the database fails
   */
  void answer(Pending pending);
}
