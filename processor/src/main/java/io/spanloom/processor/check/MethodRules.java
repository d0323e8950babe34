package io.spanloom.processor.check;

import io.spanloom.processor.model.Attribute;
import io.spanloom.processor.model.ContextParameter;
import io.spanloom.processor.model.SourceLocation;
import io.spanloom.processor.model.SpanForm;
import io.spanloom.processor.model.TracedMethod;
import io.spanloom.processor.model.TracedMethod.Body;
import io.spanloom.processor.model.UntracedReason;
import java.util.stream.Stream;

/** Rules for the annotated method. */
final class MethodRules {

  private MethodRules() {}

  static void methodHasBody(TracedMethod method, Report report) {
    for (SpanForm span : method.spans()) {
      if (method.body() == Body.ABSTRACT) {
        report.error(
            Code.ABSTRACT_METHOD,
            span.location(),
            """
            Abstract method '%s' cannot be traced, because it has no body. Put %s on the methods \
            that implement it.\
            """
                .formatted(method.signature(), span.annotation()));
      } else if (method.body() == Body.NATIVE) {
        report.error(
            Code.NATIVE_METHOD,
            span.location(),
            """
            Native method '%s' cannot be traced, because its body is not Java code. Put %s on a \
            Java method that calls it.\
            """
                .formatted(method.signature(), span.annotation()));
      }
    }
  }

  static void spanIsUnique(TracedMethod method, Report report) {
    for (int i = 1; i < method.spans().size(); i++) {
      report.error(
          Code.TWO_SPANS,
          method.spans().get(i).location(),
          """
          Method '%s' cannot have both %s and %s, because each call becomes a single span. Remove \
          one of them, or move part of the body to another method.\
          """
              .formatted(
                  method.signature(),
                  method.spans().get(0).annotation(),
                  method.spans().get(i).annotation()));
    }
  }

  static void frameworkCreatesSpan(TracedMethod method, Report report) {
    String reason =
        switch (method.exclusion()) {
          case NONE, OPTION -> null;
          case DEFERRED_RESULT ->
              "it returns %s, and Spanloom's span would end when the method returns"
                  .formatted(method.result().typeText());
          case MICRONAUT ->
              "Micronaut's processor reads it too, and each call would have two spans";
        };
    if (reason != null) {
      report.note(
          Code.LEFT_TO_FRAMEWORK,
          method.span().location(),
          """
          @WithSpan on '%s' is left to the framework or agent, because %s. For a span of Spanloom, \
          replace it with @Traced.\
          """
              .formatted(method.signature(), reason));
    }
  }

  static void annotationIsInClassFile(TracedMethod method, Report report) {
    method
        .inherited()
        .filter(inherited -> !inherited.kept())
        .ifPresent(
            inherited ->
                report.error(
                    Code.SOURCE_RETENTION,
                    method.span().location(),
                    """
                    Composed annotation @%s is not kept in class files (RetentionPolicy.SOURCE), \
                    but the weaver requires it there to detect methods that were not woven. Add \
                    @Retention(RetentionPolicy.CLASS) to it.\
                    """
                        .formatted(inherited.annotation())));
  }

  static void annotationsHaveSpan(TracedMethod method, Report report) {
    Stream<SourceLocation> attributes = method.attributes().stream().map(Attribute::location);
    Stream<SourceLocation> parents = method.parents().stream().map(ContextParameter::location);
    Stream<SourceLocation> links = method.links().stream().map(ContextParameter::location);
    attributes.forEach(location -> requiresSpan("@SpanAttribute", location, method, report));
    parents.forEach(location -> requiresSpan("@ParentContext", location, method, report));
    links.forEach(location -> requiresSpan("@SpanLink", location, method, report));
  }

  private static void requiresSpan(
      String annotation, SourceLocation location, TracedMethod method, Report report) {
    report.error(
        Code.NOT_TRACED,
        location,
        "%s requires a span, but '%s' is not traced%s. Put %s on it, or remove %s."
            .formatted(
                annotation,
                method.signature(),
                reason(method.untracedReason()),
                method.isConstructor() ? "@Traced" : "@Traced, @Workflow, @WorkflowStep or @AICall",
                annotation));
  }

  private static String reason(UntracedReason reason) {
    return switch (reason) {
      case NO_ANNOTATION -> "";
      case DISABLED -> ", because @NotTraced applies to it";
      case CONSTRUCTOR -> except("constructors");
      case NOT_PUBLIC -> except("methods that are not public");
      case NO_BODY -> except("methods without a Java body");
      case OBJECT_METHOD -> except("methods that override those of Object");
      case GENERATED -> except("generated methods");
      case ACCESSOR ->
          except("methods that only return or set a field, return a constant, or do nothing");
    };
  }

  private static String except(String methods) {
    return ", because the annotation of its class or package does not apply to " + methods;
  }
}
