package assistant.chat;

import assistant.store.DatabaseException;
import assistant.store.PendingQuestions;
import assistant.store.PendingQuestions.Claim;

/**
 * Passes an answer on to the front that waits for it in another process. Thread-safe.
 *
 * @param pending keeps the draft of the answer
 * @param claim the claim of the question
 */
public record Draft(PendingQuestions pending, Claim claim) implements Audience {

  @Override
  public void part(Question question, String text) {
    try {
      pending.extendDraft(claim, text);
    } catch (DatabaseException ignored) {
      // A missing part does no harm: the front replaces all parts by the complete answer.
    }
  }

  /** Does nothing: the front notices that the question is not pending any more. */
  @Override
  public void answered(Question question, String answer) {}
}
