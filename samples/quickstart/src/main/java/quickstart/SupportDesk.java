package quickstart;

import io.spanloom.SpanAttribute;
import io.spanloom.Traced;
import io.spanloom.WorkflowStep;

/** Answers questions about tickets with a model. */
public final class SupportDesk {

  private final AnswerModel model;
  private final TicketRepository tickets;

  SupportDesk(AnswerModel model, TicketRepository tickets) {
    this.model = model;
    this.tickets = tickets;
  }

  /**
   * Answers a question.
   *
   * @param ticketId the ticket's ID
   * @param question the customer's question
   * @return the answer
   */
  @Traced
  public String answer(@SpanAttribute("ticket.id") String ticketId, String question) {
    return draft(ticketId, question);
  }

  @WorkflowStep(value = "draft answer", workflow = "support")
  private String draft(String ticketId, String question) {
    String state = tickets.stateOf(ticketId);
    return model.ask(question + " " + state).aiMessage().text();
  }
}
