package assistant.chat;

import assistant.model.ModelException;
import assistant.store.Messages;
import assistant.store.PendingQuestions;
import assistant.store.PendingQuestions.Pending;
import java.time.Duration;
import java.util.Optional;

/**
 * Leaves questions to a worker in another process, and passes its answers on while it writes them.
 * Thread-safe.
 */
public final class Handover implements Answerer {

  private static final long POLL_MILLIS = 50;

  private final PendingQuestions pending;
  private final Messages messages;
  private final Audience audience;
  private final Duration limit;

  /**
   * Creates a handover.
   *
   * @param pending the questions without an answer
   * @param messages the messages of the rooms
   * @param audience receives the answers
   * @param limit the time to wait for an answer
   */
  public Handover(PendingQuestions pending, Messages messages, Audience audience, Duration limit) {
    this.pending = pending;
    this.messages = messages;
    this.audience = audience;
    this.limit = limit;
  }

  @Override
  public void answer(Pending question) {
    pending.add(question);
    passOnDraft(question);
    String answer =
        messages
            .answer(question.room(), question.question().id())
            .orElseThrow(() -> new ModelException("The worker did not get an answer."));
    audience.answered(Question.of(question), answer);
  }

  /** Passes on the draft of the answer until the question is not pending any more. */
  private void passOnDraft(Pending question) {
    long deadline = System.nanoTime() + limit.toNanos();
    String sent = "";
    for (Optional<String> draft = pending.draft(question);
        draft.isPresent();
        draft = pending.draft(question)) {
      String text = draft.get();
      // After a crash, another worker writes a draft of its own. It may differ; then only the
      // complete answer is passed on.
      if (text.length() > sent.length() && text.startsWith(sent)) {
        audience.part(Question.of(question), text.substring(sent.length()));
        sent = text;
      }
      if (System.nanoTime() > deadline) {
        throw new ModelException("No worker answered in time.");
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(POLL_MILLIS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new ModelException("The front stopped while it waited for a worker.");
    }
  }
}
