package io.spanloom.processor.check;

import io.spanloom.processor.model.Attribute;
import io.spanloom.processor.model.SpanForm;
import io.spanloom.processor.model.TracedMethod;

/** Rules about the names that annotations give. */
final class NameRules {

  private static final String OR_NONE = "Write a name, or leave the member out.";

  private NameRules() {}

  static void namesAreNotBlank(TracedMethod method, Report report) {
    for (SpanForm span : method.spans()) {
      if (span instanceof SpanForm.Span traced) {
        notBlank(traced.name(), "span's name", report);
      } else if (span instanceof SpanForm.Step step) {
        notBlank(step.step(), "step's name", report);
        notBlank(step.workflow(), "workflow's name", report);
      } else if (span instanceof SpanForm.AiCall call) {
        notBlank(call.provider(), "provider's name", "Write a name.", report);
        notBlank(call.model(), "model's name", report);
        notBlank(call.phase(), "phase", report);
      }
    }
    for (Attribute attribute : method.attributes()) {
      notBlank(
          new SpanForm.Name(
              attribute.key(),
              attribute.location().value() != null && !attribute.agentCompatible(),
              attribute.location()),
          "attribute's key",
          report);
    }
  }

  private static void notBlank(SpanForm.Name name, String what, Report report) {
    notBlank(name, what, OR_NONE, report);
  }

  private static void notBlank(SpanForm.Name name, String what, String remedy, Report report) {
    if (name.explicit() && name.text().isBlank()) {
      report.error(
          Code.BLANK_NAME,
          name.location(),
          "The " + what + " is blank, and nobody could find it by that. " + remedy);
    }
  }
}
