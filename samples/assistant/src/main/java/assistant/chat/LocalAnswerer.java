package assistant.chat;

import assistant.store.PendingQuestions;
import assistant.store.PendingQuestions.Pending;

/**
 * Leaves questions to the worker of the same process. Thread-safe.
 *
 * @param pending the questions without an answer
 * @param worker answers the questions
 * @param handover waits for another worker if the worker lost its claim
 */
public record LocalAnswerer(PendingQuestions pending, Worker worker, Handover handover)
    implements Answerer {

  @Override
  public void answer(Pending question) {
    if (!worker.answer(pending.addClaimed(question))) {
      handover.awaitAnswer(question);
    }
  }
}
