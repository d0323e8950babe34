package assistant.chat;

import assistant.store.Messages;
import assistant.store.PendingQuestions.Pending;
import assistant.store.Rooms;
import io.spanloom.SpanAttribute;
import io.spanloom.Workflow;
import io.spanloom.WorkflowStep;
import io.spanloom.runtime.Spans;
import io.spanloom.telemetry.identity.CurrentRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The workflow of answering a question. Its other steps are in {@link AnswerSteps} and in the
 * implementation of {@link Audience}. Thread-safe.
 */
public final class AnswerWorkflow {

  private final Rooms rooms;
  private final Messages messages;
  private final Answerer answerer;

  /**
   * Creates the workflow.
   *
   * @param rooms the rooms
   * @param messages the messages of the rooms
   * @param answerer answers the questions
   */
  public AnswerWorkflow(Rooms rooms, Messages messages, Answerer answerer) {
    this.rooms = rooms;
    this.messages = messages;
    this.answerer = answerer;
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
      answerer.answer(
          new Pending(
              question.message(),
              question.room(),
              trace.getOrDefault("traceparent", ""),
              CurrentRequest.identity()));
    }
    return rejection;
  }

  @WorkflowStep(workflow = "answer")
  @SpanAttribute(value = "rejection", from = "result")
  Optional<Rejection> validate(Question question) {
    Optional<Rejection> rejection = Checks.rejection(question);
    if (rejection.isPresent()) {
      return rejection;
    }
    if (!rooms.belongsTo(question.room(), question.user())) {
      return Optional.of(Rejection.FORBIDDEN);
    }
    return messages.contains(question.room(), question.id())
        ? Optional.of(Rejection.INVALID)
        : Optional.empty();
  }
}
