package io.spanloom.processor.check;

import io.spanloom.processor.model.Attribute;
import io.spanloom.processor.model.ExpectedException;
import io.spanloom.processor.model.SpanForm;
import io.spanloom.processor.model.TracedMethod;

/** Rules for the members of span annotations. */
final class SpanRules {

  private SpanRules() {}

  static void expectedExceptionsAreAccessible(TracedMethod method, Report report) {
    for (SpanForm span : method.spans()) {
      for (ExpectedException expected : span.expected()) {
        if (!expected.nameable()) {
          report.error(
              Code.INACCESSIBLE_TYPE,
              expected.location(),
              """
                Exception %s is not accessible to the generated aspect, which is a separate class \
                in the same package. Make it package-private, or public if it is in another \
                package, or use an accessible supertype.\
                """
                  .formatted(expected.type()));
        }
      }
    }
  }

  static void eventsHaveNoAttributes(TracedMethod method, Report report) {
    if (method.spans().stream().noneMatch(SpanForm::recordsEvents)) {
      return;
    }
    for (Attribute attribute : method.attributes()) {
      if (isPathOfSpan(attribute, method)) {
        continue;
      }
      report.error(
          Code.ATTRIBUTE_ON_EVENTS,
          attribute.location(),
          """
          Attribute '%s' requires a span, but step '%s' only records events on the current span. \
          Make the step a span (as = SPAN), or remove the attribute.\
          """
              .formatted(attribute.key(), method.signature()));
    }
  }

  /** Returns whether the span annotation itself has the attribute's path. */
  static boolean isPathOfSpan(Attribute attribute, TracedMethod method) {
    return method.spans().stream().anyMatch(span -> span.paths().contains(attribute));
  }
}
