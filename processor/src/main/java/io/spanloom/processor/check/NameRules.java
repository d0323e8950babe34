package io.spanloom.processor.check;

import io.spanloom.processor.model.Attribute;
import io.spanloom.processor.model.Place;
import io.spanloom.processor.model.SpanForm;
import io.spanloom.processor.model.TracedMethod;

/** Rules about the names that annotations give. */
final class NameRules {

  private NameRules() {}

  static void namesAreNotBlank(TracedMethod method, Report report) {
    for (SpanForm span : method.spans()) {
      if (span instanceof SpanForm.Span traced) {
        notBlank(traced.name(), "span's name", report);
      } else if (span instanceof SpanForm.Step step) {
        notBlank(step.step(), "step's name", report);
        notBlank(step.workflow(), "workflow's name", report);
      } else if (span instanceof SpanForm.AiCall call) {
        notBlank(call.provider(), "provider's name", report);
        notBlank(call.model(), "model's name", report);
        notBlank(call.phase(), "phase", report);
      }
    }
    for (Attribute attribute : method.attributes()) {
      notBlank(attribute.key(), attribute.place(), "attribute's key", report);
    }
  }

  private static void notBlank(SpanForm.Name name, String what, Report report) {
    notBlank(name.text(), name.place(), what, report);
  }

  private static void notBlank(String text, Place place, String what, Report report) {
    if (place.value() != null && text.isBlank()) {
      report.error(
          Code.BLANK_NAME,
          place,
          "The "
              + what
              + " is blank, and nobody could find it by that. Write a name, or leave the"
              + " member out.");
    }
  }
}
