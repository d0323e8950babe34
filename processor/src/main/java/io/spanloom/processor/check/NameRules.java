package io.spanloom.processor.check;

import io.spanloom.processor.model.AiCall;
import io.spanloom.processor.model.Attribute;
import io.spanloom.processor.model.SpanForm;
import io.spanloom.processor.model.TracedMethod;
import io.spanloom.processor.model.WorkflowForm;

/** Rules for the names in annotations. */
final class NameRules {

  private NameRules() {}

  static void namesAreNotBlank(TracedMethod method, Report report) {
    for (SpanForm span : method.spans()) {
      if (span instanceof SpanForm.Span traced) {
        optionalNameIsNotBlank("span name", traced.name(), report);
      } else if (span instanceof WorkflowForm form) {
        optionalNameIsNotBlank("workflow name", form.workflow(), report);
        if (form instanceof WorkflowForm.Step step) {
          optionalNameIsNotBlank("step name", step.step(), report);
          step.after().forEach(name -> nameIsNotBlank("step name", name, "Remove it.", report));
        }
      } else if (span instanceof AiCall call) {
        nameIsNotBlank("provider name", call.provider(), "Set a value.", report);
        optionalNameIsNotBlank("model name", call.model(), report);
        optionalNameIsNotBlank("phase", call.phase(), report);
        optionalNameIsNotBlank("name of the tool or agent", call.name(), report);
      }
    }
    for (Attribute attribute : method.attributes()) {
      optionalNameIsNotBlank(
          "attribute key",
          new SpanForm.Name(
              attribute.key(),
              attribute.location().value() != null && !attribute.agentCompatible(),
              attribute.location()),
          report);
    }
  }

  private static void optionalNameIsNotBlank(String what, SpanForm.Name name, Report report) {
    nameIsNotBlank(what, name, "Set a value, or remove the member.", report);
  }

  private static void nameIsNotBlank(String what, SpanForm.Name name, String fix, Report report) {
    if (name.explicit() && name.text().isBlank()) {
      report.error(
          Code.BLANK_NAME, name.location(), "The %s must not be blank. %s".formatted(what, fix));
    }
  }
}
