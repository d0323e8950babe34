package io.spanloom.processor.check;

import io.spanloom.processor.model.Attribute;
import io.spanloom.processor.model.ContextParameter;
import io.spanloom.processor.model.SourceLocation;
import io.spanloom.processor.model.SpanForm;
import io.spanloom.processor.model.TracedMethod;
import io.spanloom.processor.model.TracedType;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rules about the class that methods are declared in. */
final class TypeRules {

  private TypeRules() {}

  static void runtimeVisible(TracedType type, Report report) {
    TracedType.AspectContext seen = type.aspectContext();
    if (seen.missingModules().isEmpty() || type.traced().isEmpty()) {
      return;
    }
    String requires =
        seen.missingModules().stream()
            .map(module -> "'requires " + module + ";'")
            .collect(Collectors.joining(", "));
    report.error(
        Code.NO_RUNTIME,
        type.location(),
        seen.module().isEmpty()
            ? "The class path lacks what the generated spans need: "
                + String.join(", ", seen.missingModules())
                + ". Add io.spanloom:spanloom-runtime with its dependencies."
            : "Module "
                + seen.module()
                + " does not read all that the generated spans need. Add "
                + requires
                + " to its module-info.java.");
  }

  static void notAnAnnotationType(TracedType type, Report report) {
    if (!type.annotationType()) {
      return;
    }
    for (TracedMethod method : type.methods()) {
      report.error(
          Code.ANNOTATION_TYPE,
          firstPlace(method),
          "A method of an annotation type cannot be traced, because it has no body. Remove the"
              + " annotation.");
    }
  }

  static void bodiesAreReached(TracedType type, Report report) {
    for (String method : type.unreached()) {
      report.warning(
          Code.UNREACHED,
          type.location(),
          "Method "
              + method
              + ", makes no span, because that superclass does not have the interface. Let it"
              + " implement the interface, annotate its method, or override the method here.");
    }
  }

  private static SourceLocation firstPlace(TracedMethod method) {
    return Stream.of(
            method.spans().stream().map(SpanForm::location),
            method.attributes().stream().map(Attribute::location),
            method.links().stream().map(ContextParameter::location))
        .flatMap(places -> places)
        .findFirst()
        .orElse(method.location());
  }
}
