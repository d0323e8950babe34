package io.spanloom.processor.check;

import io.spanloom.processor.model.ContextParameter;
import io.spanloom.processor.model.SpanForm;
import io.spanloom.processor.model.TracedMethod;
import java.util.EnumSet;
import java.util.Set;

/** Rules for context parameters: parents and links. */
final class ContextParameterRules {

  private static final Set<ContextParameter.Form> PARENTS =
      EnumSet.of(
          ContextParameter.Form.CONTEXT,
          ContextParameter.Form.SPAN_CONTEXT,
          ContextParameter.Form.HEADERS);

  private static final Set<ContextParameter.Form> LINKS =
      EnumSet.of(
          ContextParameter.Form.CONTEXT,
          ContextParameter.Form.SPAN_CONTEXT,
          ContextParameter.Form.SPAN_CONTEXTS);

  private ContextParameterRules() {}

  static void typesAreSupported(TracedMethod method, Report report) {
    for (ContextParameter parent : method.parents()) {
      if (!PARENTS.contains(parent.form())) {
        report.error(
            Code.CONTEXT_PARAMETER_TYPE,
            parent.location(),
            """
            Parameter '%s' of type %s cannot be a parent. @ParentContext requires an OpenTelemetry \
            Context or SpanContext, or a Map of headers whose keys are Strings.\
            """
                .formatted(parent.parameter().name(), parent.typeText()));
      }
    }
    for (ContextParameter link : method.links()) {
      if (!LINKS.contains(link.form())) {
        report.error(
            Code.CONTEXT_PARAMETER_TYPE,
            link.location(),
            """
            Parameter '%s' of type %s cannot be a link. @SpanLink requires an OpenTelemetry Context \
            or SpanContext, or a collection of SpanContexts.\
            """
                .formatted(link.parameter().name(), link.typeText()));
      }
    }
  }

  static void parentIsUnambiguous(TracedMethod method, Report report) {
    for (int i = 1; i < method.parents().size(); i++) {
      ContextParameter parent = method.parents().get(i);
      report.error(
          Code.CONFLICTING_PARENT,
          parent.location(),
          """
          Parameter '%s' cannot be a parent, because a span has a single parent, and '%s' already \
          is. Keep one @ParentContext, or change this one to @SpanLink.\
          """
              .formatted(parent.parameter().name(), method.parents().get(0).parameter().name()));
    }
    for (SpanForm span : method.spans()) {
      if (span.root() && !method.parents().isEmpty()) {
        ContextParameter parent = method.parents().get(0);
        report.error(
            Code.CONFLICTING_PARENT,
            parent.location(),
            """
            Parameter '%s' cannot be a parent, because the span starts a new trace (root = true). \
            Remove one of the two, or change the annotation to @SpanLink.\
            """
                .formatted(parent.parameter().name()));
      }
      if (span.recordsEvents() && !(method.parents().isEmpty() && method.links().isEmpty())) {
        ContextParameter first =
            method.parents().isEmpty() ? method.links().get(0) : method.parents().get(0);
        report.error(
            Code.CONFLICTING_PARENT,
            first.location(),
            """
            Step '%s' cannot have a parent or links, because it only records events on the current \
            span. Make the step a span (as = SPAN), or remove the annotation.\
            """
                .formatted(method.signature()));
      }
    }
  }
}
