package assistant.chat;

import assistant.model.Advisor;
import assistant.store.Messages;
import assistant.store.Messages.Message;
import assistant.store.Rooms;
import io.spanloom.SpanAttribute;
import io.spanloom.Workflow;
import io.spanloom.WorkflowStep;
import java.util.List;
import java.util.Optional;

/** Answers a question, in steps. Thread-safe. */
public final class AnswerWorkflow {

  private static final int HISTORY = 20;

  private final Rooms rooms;
  private final Messages messages;
  private final Advisor advisor;
  private final Audience audience;

  /**
   * Creates the workflow.
   *
   * @param rooms the rooms
   * @param messages the messages of the rooms
   * @param advisor answers the questions
   * @param audience receives the answers
   */
  public AnswerWorkflow(Rooms rooms, Messages messages, Advisor advisor, Audience audience) {
    this.rooms = rooms;
    this.messages = messages;
    this.advisor = advisor;
    this.audience = audience;
  }

  /**
   * Answers a question.
   *
   * @param question the question
   * @return the reason not to answer the question, or empty if it is answered
   * @throws assistant.model.ModelException if the model fails
   * @throws assistant.store.DatabaseException if the database fails
   */
  @Workflow(value = "answer", runId = "question.id()")
  public Optional<Rejection> run(Question question) {
    Optional<Rejection> rejection = validate(question);
    if (rejection.isEmpty()) {
      List<Message> history = loadHistory(question);
      String answer = ask(question, history);
      store(question, answer);
      announce(question, answer);
    }
    return rejection;
  }

  @WorkflowStep(workflow = "answer")
  @SpanAttribute(value = "rejection", from = "result")
  Optional<Rejection> validate(Question question) {
    Optional<Rejection> rejection = Checks.rejection(question);
    return rejection.isPresent() || rooms.belongsTo(question.room(), question.user())
        ? rejection
        : Optional.of(Rejection.FORBIDDEN);
  }

  @WorkflowStep(value = "load history", workflow = "answer", after = "validate")
  List<Message> loadHistory(Question question) {
    return messages.latest(question.room(), HISTORY);
  }

  @WorkflowStep(workflow = "answer", after = "load history")
  String ask(Question question, List<Message> history) {
    return advisor.answer(history, message(question), text -> audience.part(question, text));
  }

  @WorkflowStep(workflow = "answer", after = "ask")
  void store(Question question, String answer) {
    messages.add(question.room(), message(question), answer);
  }

  @WorkflowStep(value = "notify", workflow = "answer", after = "store")
  void announce(Question question, String answer) {
    audience.answered(question, answer);
  }

  private static Message message(Question question) {
    return new Message(question.id(), question.user(), question.text());
  }
}
