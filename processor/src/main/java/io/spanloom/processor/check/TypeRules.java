package io.spanloom.processor.check;

import io.spanloom.processor.model.Attribute;
import io.spanloom.processor.model.ContextParameter;
import io.spanloom.processor.model.SourceLocation;
import io.spanloom.processor.model.SpanForm;
import io.spanloom.processor.model.TracedMethod;
import io.spanloom.processor.model.TracedType;
import io.spanloom.processor.model.TracedType.UntracedImplementation;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rules for the class that declares traced methods. */
final class TypeRules {

  private TypeRules() {}

  static void runtimeIsAccessible(TracedType type, Report report) {
    if (!type.traced().isEmpty()) {
      runtimeIsAccessible(type.aspectContext(), type.location(), report);
    }
  }

  static void runtimeIsAccessible(
      TracedType.AspectContext context, SourceLocation location, Report report) {
    if (context.missingModules().isEmpty()) {
      return;
    }
    report.error(
        Code.MISSING_RUNTIME,
        location,
        context.module().isEmpty()
            ? """
              Generated code requires %s, which is missing from the class path. Add \
              io.spanloom:spanloom-runtime with its dependencies.\
              """
                .formatted(String.join(", ", context.missingModules()))
            : """
              Module '%s' does not read all modules that generated code requires. Add %s to its \
              module-info.java.\
              """
                .formatted(
                    context.module(),
                    context.missingModules().stream()
                        .map("'requires %s;'"::formatted)
                        .collect(Collectors.joining(", "))));
  }

  static void typeIsNotAnnotation(TracedType type, Report report) {
    if (!type.annotationType()) {
      return;
    }
    for (TracedMethod method : type.methods()) {
      report.error(
          Code.ANNOTATION_TYPE,
          firstAnnotation(method),
          """
          Method '%s' of an annotation type cannot be traced, because it has no body. Remove the \
          annotation.\
          """
              .formatted(method.signature()));
    }
  }

  static void inheritedImplementationsAreTraced(TracedType type, Report report) {
    for (UntracedImplementation inherited : type.untracedImplementations()) {
      report.warning(
          Code.UNTRACED_IMPLEMENTATION,
          type.location(),
          """
          Method '%1$s' of interface %2$s is not traced in %4$s, which inherits its body from %3$s, \
          because %3$s does not implement the interface. %5$s\
          """
              .formatted(
                  inherited.method(),
                  inherited.interfaceName(),
                  inherited.superclass(),
                  type.canonicalName(),
                  fix(inherited, type.canonicalName())));
    }
  }

  private static String fix(UntracedImplementation inherited, String type) {
    return inherited.isFinal()
        ? "The method is final, so it cannot be traced: add @NotTraced to the interface's method."
        : "Add 'implements %s' to %s, annotate its method, or override it in %s."
            .formatted(inherited.interfaceName(), inherited.superclass(), type);
  }

  private static SourceLocation firstAnnotation(TracedMethod method) {
    return Stream.of(
            method.spans().stream().map(SpanForm::location),
            method.attributes().stream().map(Attribute::location),
            method.links().stream().map(ContextParameter::location))
        .flatMap(locations -> locations)
        .findFirst()
        .orElse(method.location());
  }
}
