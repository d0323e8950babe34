package io.spanloom.processor.check;

import io.spanloom.processor.model.Attribute;
import io.spanloom.processor.model.ContextParameter;
import io.spanloom.processor.model.SourceLocation;
import io.spanloom.processor.model.SpanForm;
import io.spanloom.processor.model.TracedMethod;
import io.spanloom.processor.model.TracedMethod.Body;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rules about the method itself. */
final class MethodRules {

  private MethodRules() {}

  static void hasBody(TracedMethod method, Report report) {
    for (SpanForm span : method.spans()) {
      if (method.body() == Body.ABSTRACT) {
        report.error(
            Code.ABSTRACT_METHOD,
            span.location(),
            "Abstract method "
                + method.signature()
                + " cannot be traced, because it has no body that a span could enclose. Put "
                + span.annotation()
                + " on the methods that implement it.");
      } else if (method.body() == Body.NATIVE) {
        report.error(
            Code.NATIVE_METHOD,
            span.location(),
            "Native method "
                + method.signature()
                + " cannot be traced, because its body is not Java. Put "
                + span.annotation()
                + " on a Java method that calls it.");
      }
    }
  }

  static void oneSpan(TracedMethod method, Report report) {
    for (int i = 1; i < method.spans().size(); i++) {
      report.error(
          Code.TWO_SPANS,
          method.spans().get(i).location(),
          "Method "
              + method.signature()
              + " has "
              + method.spans().get(0).annotation()
              + " and "
              + method.spans().get(i).annotation()
              + ", but a run of it becomes one span. Remove one of the two, or move part of the body"
              + " to a method of its own.");
    }
  }

  static void annotationIsKept(TracedMethod method, Report report) {
    method
        .inherited()
        .filter(inherited -> !inherited.kept())
        .ifPresent(
            inherited ->
                report.error(
                    Code.NOT_KEPT,
                    method.span().location(),
                    "Own annotation @"
                        + inherited.annotation()
                        + " is not kept in class files (RetentionPolicy.SOURCE), so the weaver"
                        + " could not see whether it has missed one. Give it"
                        + " @Retention(RetentionPolicy.CLASS)."));
  }

  static void attributesHaveSpan(TracedMethod method, Report report) {
    Map<String, List<SourceLocation>> stray = new LinkedHashMap<>();
    stray.put("@SpanAttribute", method.attributes().stream().map(Attribute::location).toList());
    stray.put("@ParentContext", method.parents().stream().map(ContextParameter::location).toList());
    stray.put("@SpanLink", method.links().stream().map(ContextParameter::location).toList());
    stray.forEach(
        (annotation, places) ->
            places.forEach(place -> isStray(annotation, place, method, report)));
  }

  private static void isStray(
      String annotation, SourceLocation place, TracedMethod method, Report report) {
    report.error(
        Code.STRAY_ATTRIBUTE,
        place,
        annotation
            + " has no span to go to, because "
            + method.signature()
            + " is not traced. Put "
            + (method.isConstructor() ? "@Traced" : "@Traced, @WorkflowStep or @AICall")
            + " on it, or remove "
            + annotation
            + ".");
  }
}
