package shop;

import io.spanloom.SpanAttribute;
import io.spanloom.Workflow;
import io.spanloom.WorkflowStep;
import java.util.concurrent.CompletionStage;

class Steps {

  @WorkflowStep
  void reserve(@SpanAttribute("order.id") String id) {}

  @WorkflowStep(
      value = "charge the card",
      workflow = "checkout",
      expected = {Declined.class, IllegalStateException.class})
  int charge() {
    return 1;
  }

  @WorkflowStep(as = WorkflowStep.Form.EVENTS)
  void pack() {}

  @WorkflowStep(
      value = "send it off",
      workflow = "checkout",
      as = WorkflowStep.Form.EVENTS,
      after = {"charge the card", "notify"})
  CompletionStage<String> send() {
    return null;
  }

  @WorkflowStep(
      value = "notify",
      workflow = "checkout",
      after = "charge the card",
      runId = "order.number()",
      attempt = "order.tries()",
      traceByRun = true)
  void tell(Order order) {}

  @Workflow(value = "checkout", runId = "order.number()", resumable = true)
  CompletionStage<String> checkOut(Order order) {
    return null;
  }

  @Workflow(expected = Declined.class)
  void refund() {}

  static class Declined extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  interface Order {
    long number();

    Integer tries();
  }
}
