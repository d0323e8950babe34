package io.spanloom.processor.check;

import io.spanloom.processor.model.ContextParameter;
import io.spanloom.processor.model.SpanForm;
import io.spanloom.processor.model.TracedMethod;

/** Rules about parents and links that parameters hand in. */
final class ContextParameterRules {

  private ContextParameterRules() {}

  static void typesFit(TracedMethod method, Report report) {
    for (ContextParameter parent : method.parents()) {
      if (parent.form() != ContextParameter.Form.CONTEXT
          && parent.form() != ContextParameter.Form.SPAN_CONTEXT) {
        report.error(
            Code.CONTEXT_PARAMETER_TYPE,
            parent.location(),
            "Parameter "
                + parent.parameter().name()
                + " of type "
                + parent.typeText()
                + " says of no parent. @ParentContext takes OpenTelemetry's Context or SpanContext:"
                + " pass one of these.");
      }
    }
    for (ContextParameter link : method.links()) {
      if (link.form() == ContextParameter.Form.OTHER) {
        report.error(
            Code.CONTEXT_PARAMETER_TYPE,
            link.location(),
            "Parameter "
                + link.parameter().name()
                + " of type "
                + link.typeText()
                + " says of no span to link to. @SpanLink takes OpenTelemetry's SpanContext or"
                + " Context, or a collection of SpanContexts: pass one of these.");
      }
    }
  }

  static void oneParent(TracedMethod method, Report report) {
    for (int i = 1; i < method.parents().size(); i++) {
      report.error(
          Code.TWO_PARENTS,
          method.parents().get(i).location(),
          "A span has one parent, and "
              + method.parents().get(0).parameter().name()
              + " is it already. Keep one @ParentContext, or make this one a @SpanLink.");
    }
    for (SpanForm span : method.spans()) {
      if (span.root() && !method.parents().isEmpty()) {
        report.error(
            Code.TWO_PARENTS,
            method.parents().get(0).location(),
            "The span starts a trace of its own (root = true), so it has no parent. Remove one of"
                + " the two, or make this one a @SpanLink.");
      }
      if (span.recordsEvents() && !(method.parents().isEmpty() && method.links().isEmpty())) {
        ContextParameter first =
            method.parents().isEmpty() ? method.links().get(0) : method.parents().get(0);
        report.error(
            Code.TWO_PARENTS,
            first.location(),
            "The step "
                + method.signature()
                + " becomes events on the span around it and has no parent or links of its own."
                + " Make the step a span (as = SPAN), or remove the annotation.");
      }
    }
  }
}
