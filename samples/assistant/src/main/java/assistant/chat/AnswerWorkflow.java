package assistant.chat;

import assistant.model.Advisor;
import assistant.model.ModelException;
import assistant.store.Messages;
import assistant.store.Messages.Message;
import assistant.store.PendingQuestions;
import assistant.store.PendingQuestions.Pending;
import assistant.store.Rooms;
import io.spanloom.ParentContext;
import io.spanloom.SpanAttribute;
import io.spanloom.Traced;
import io.spanloom.Workflow;
import io.spanloom.WorkflowStep;
import io.spanloom.runtime.Spans;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers a question, in steps. Thread-safe. */
public final class AnswerWorkflow {

  private static final Logger LOG = LoggerFactory.getLogger(AnswerWorkflow.class);

  private static final int HISTORY = 20;

  private final Rooms rooms;
  private final Messages messages;
  private final PendingQuestions pending;
  private final Advisor advisor;
  private final Audience audience;

  /**
   * Creates the workflow.
   *
   * @param rooms the rooms
   * @param messages the messages of the rooms
   * @param pending the questions without an answer
   * @param advisor answers the questions
   * @param audience receives the answers
   */
  public AnswerWorkflow(
      Rooms rooms,
      Messages messages,
      PendingQuestions pending,
      Advisor advisor,
      Audience audience) {
    this.rooms = rooms;
    this.messages = messages;
    this.pending = pending;
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
  @Workflow(value = "answer", runId = "question.id()", resumable = true)
  public Optional<Rejection> run(Question question) {
    Optional<Rejection> rejection = validate(question);
    if (rejection.isEmpty()) {
      Map<String, String> trace = new HashMap<>();
      Spans.inject(trace);
      String traceparent = trace.getOrDefault("traceparent", "");
      pending.add(new Pending(message(question), question.room(), traceparent));
      answer(question);
    }
    return rejection;
  }

  /**
   * Continues the run of an accepted question after a crash, in the trace in which it started.
   *
   * @param question the question
   * @param trace the headers of the trace
   * @throws assistant.model.ModelException if the model fails
   * @throws assistant.store.DatabaseException if the database fails
   */
  @Traced("continue")
  public void resume(Question question, @ParentContext Map<String, String> trace) {
    LOG.info("Continuing with the question {}", question.id());
    continueRun(question);
  }

  @Workflow(value = "answer", runId = "question.id()", resumable = true)
  void continueRun(Question question) {
    answer(question);
  }

  private void answer(Question question) {
    try {
      List<Message> history = loadHistory(question);
      String answer = ask(question, history);
      store(question, answer);
      announce(question, answer);
    } catch (ModelException failure) {
      pending.remove(question.room(), question.id());
      throw failure;
    }
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
    pending.remove(question.room(), question.id());
  }

  @WorkflowStep(value = "notify", workflow = "answer", after = "store")
  void announce(Question question, String answer) {
    audience.answered(question, answer);
    LOG.info("Answered the question {}", question.id());
  }

  private static Message message(Question question) {
    return new Message(question.id(), question.user(), question.text());
  }
}
