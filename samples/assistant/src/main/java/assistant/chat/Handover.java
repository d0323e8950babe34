package assistant.chat;

import assistant.model.ModelException;
import assistant.store.Messages;
import assistant.store.PendingQuestions;
import assistant.store.PendingQuestions.Pending;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

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
    awaitAnswer(question, new Parts(Question.of(question)));
  }

  /**
   * Waits for the complete answer to a question that a worker in another process has claimed.
   *
   * @param question the question
   * @throws ModelException if the worker does not answer
   */
  void awaitAnswer(Pending question) {
    awaitAnswer(question, draft -> {});
  }

  private void awaitAnswer(Pending question, Consumer<String> drafts) {
    followDraft(question, drafts);
    String answer =
        messages
            .answer(question.room(), question.question().id())
            .orElseThrow(() -> new ModelException("The worker did not get an answer."));
    audience.answered(Question.of(question), answer);
  }

  /** Passes on the draft of the answer until the question is not pending any more. */
  private void followDraft(Pending question, Consumer<String> drafts) {
    long deadline = System.nanoTime() + limit.toNanos();
    for (Optional<String> draft = pending.draft(question);
        draft.isPresent();
        draft = pending.draft(question)) {
      drafts.accept(draft.get());
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

  /** Passes on what a draft has more than the draft before. */
  private final class Parts implements Consumer<String> {

    private final Question question;
    private String sent = "";

    Parts(Question question) {
      this.question = question;
    }

    @Override
    public void accept(String draft) {
      // After a crash, another worker writes a new draft. It may differ; then only the complete
      // answer is passed on.
      if (draft.length() > sent.length() && draft.startsWith(sent)) {
        audience.part(question, draft.substring(sent.length()));
        sent = draft;
      }
    }
  }
}
