package shop;

import io.spanloom.SpanAttribute;
import io.spanloom.WorkflowStep;
import java.util.concurrent.CompletionStage;

class Steps {

  @WorkflowStep
  void reserve(@SpanAttribute("order.id") String id) {}

  @WorkflowStep(value = "charge the card", workflow = "checkout")
  int charge() {
    return 1;
  }

  @WorkflowStep(as = WorkflowStep.Form.EVENTS)
  void pack() {}

  @WorkflowStep(value = "send it off", workflow = "checkout", as = WorkflowStep.Form.EVENTS)
  CompletionStage<String> send() {
    return null;
  }
}
