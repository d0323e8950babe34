package io.spanloom.processor.read;

import static com.google.auto.common.AnnotationMirrors.getAnnotationValue;

import io.spanloom.processor.model.CurrentSpanAttributes;
import io.spanloom.processor.model.ExceptionPolicy;
import io.spanloom.processor.model.SpanForm;
import io.spanloom.processor.read.ai.AiCallReader;
import io.spanloom.processor.read.annotation.Annotations;
import io.spanloom.processor.read.annotation.AppliedAnnotation;
import io.spanloom.processor.read.annotation.SpanAnnotation;
import io.spanloom.processor.read.path.PathScope;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ExecutableElement;

/** Reads the span annotations of a method; with {@link WorkflowReader}, it knows their members. */
final class SpanReader {

  private final ExpectedExceptionReader exceptions;
  private final WorkflowReader workflows;
  private final AiCallReader aiCalls;

  SpanReader(ExpectedExceptionReader exceptions, WorkflowReader workflows, AiCallReader aiCalls) {
    this.exceptions = exceptions;
    this.workflows = workflows;
    this.aiCalls = aiCalls;
  }

  List<SpanForm> read(
      List<AppliedAnnotation> annotations,
      String defaultName,
      PathScope scope,
      Set<String> attributeKeys) {
    return annotations.stream()
        .map(annotation -> form(annotation, defaultName, scope, attributeKeys))
        .toList();
  }

  private SpanForm form(
      AppliedAnnotation annotation,
      String defaultName,
      PathScope scope,
      Set<String> attributeKeys) {
    ExecutableElement method = scope.method();
    return switch (annotation.kind()) {
      case TRACED -> traced(annotation, defaultName, scope);
      case STEP -> workflows.step(annotation, scope);
      case WORKFLOW -> workflows.run(annotation, scope);
      case AI_CALL -> aiCalls.read(annotation, scope, attributeKeys);
      case WITH_SPAN -> withSpan(method, annotation, defaultName);
      case ADDING_ATTRIBUTES -> new CurrentSpanAttributes(annotation.location(method));
    };
  }

  private static SpanForm withSpan(
      ExecutableElement method, AppliedAnnotation annotation, String defaultName) {
    String name = Annotations.stringValue(annotation.mirror(), "value");
    boolean inherits =
        !Annotations.isExplicit(annotation.mirror(), "inheritContext")
            || Annotations.stringValue(annotation.mirror(), "inheritContext").equals("true");
    return new SpanForm.Span(
        annotation.location(method),
        new SpanForm.Name(
            name.isEmpty() ? defaultName : name, false, annotation.location(method, "value")),
        Annotations.enumConstant(annotation.mirror(), "kind"),
        !inherits,
        List.of(),
        ExceptionPolicy.ALL,
        Optional.empty(),
        true);
  }

  private SpanForm traced(AppliedAnnotation annotation, String defaultName, PathScope scope) {
    ExecutableElement method = scope.method();
    AnnotationMirror mirror = annotation.mirror();
    return new SpanForm.Span(
        annotation.location(method),
        name(method, annotation, "value", defaultName),
        Annotations.enumConstant(mirror, "kind"),
        (Boolean) getAnnotationValue(mirror, "root").getValue(),
        exceptions.read(annotation, scope),
        (Boolean) getAnnotationValue(mirror, "recordException").getValue()
            ? ExceptionPolicy.ALL
            : ExceptionPolicy.TYPE,
        hasLazyResult(annotation)
            ? Optional.of(annotation.location(method, "lazyResult"))
            : Optional.empty(),
        false);
  }

  /** Returns whether an annotation declares the result as consumed lazily. */
  static boolean hasLazyResult(AppliedAnnotation annotation) {
    return annotation.kind() == SpanAnnotation.TRACED
        && (Boolean) getAnnotationValue(annotation.mirror(), "lazyResult").getValue();
  }

  static SpanForm.Name name(
      ExecutableElement method, AppliedAnnotation annotation, String member, String defaultName) {
    boolean explicit = Annotations.isExplicit(annotation.mirror(), member);
    return new SpanForm.Name(
        explicit ? Annotations.stringValue(annotation.mirror(), member) : defaultName,
        explicit,
        annotation.location(method, member));
  }
}
