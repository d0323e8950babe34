package assistant.chat;

import assistant.model.Advisor;
import assistant.store.Messages;
import assistant.store.Messages.Message;
import assistant.store.PendingQuestions;
import assistant.store.PendingQuestions.Claim;
import io.spanloom.WorkflowStep;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The steps of the workflow that a worker does. Thread-safe. */
public final class AnswerSteps {

  private static final Logger LOG = LoggerFactory.getLogger(AnswerSteps.class);

  private static final int HISTORY = 20;

  private final Messages messages;
  private final PendingQuestions pending;
  private final Advisor advisor;

  /**
   * Creates the steps.
   *
   * @param messages the messages of the rooms
   * @param pending the questions without an answer
   * @param advisor answers the questions
   */
  public AnswerSteps(Messages messages, PendingQuestions pending, Advisor advisor) {
    this.messages = messages;
    this.pending = pending;
    this.advisor = advisor;
  }

  /**
   * Answers a claimed question for an audience.
   *
   * @return false if another worker has taken over the question
   */
  boolean run(Claim claim, Audience audience) {
    Question question = Question.of(claim.pending());
    List<Message> history = loadHistory(question);
    String answer = ask(question, history, audience);
    boolean stored = store(claim, answer);
    if (stored) {
      LOG.info("Answered the question {}", question.id());
      audience.answered(question, answer);
    } else {
      LOG.info("Another worker has taken over the question {}", question.id());
    }
    return stored;
  }

  @WorkflowStep(value = "load history", workflow = "answer", after = "validate")
  List<Message> loadHistory(Question question) {
    return messages.latest(question.room(), HISTORY);
  }

  @WorkflowStep(workflow = "answer", after = "load history")
  String ask(Question question, List<Message> history, Audience audience) {
    return advisor.answer(history, question.message(), text -> audience.part(question, text));
  }

  @WorkflowStep(workflow = "answer", after = "ask")
  boolean store(Claim claim, String answer) {
    return pending.answer(claim, answer);
  }
}
