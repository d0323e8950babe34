package io.spanloom.processor.read;

import static com.google.auto.common.AnnotationMirrors.getAnnotationValue;

import io.spanloom.WorkflowStep;
import io.spanloom.processor.model.Attribute;
import io.spanloom.processor.model.BuiltInAttribute;
import io.spanloom.processor.model.Redaction;
import io.spanloom.processor.model.SourceLocation;
import io.spanloom.processor.model.SpanForm;
import io.spanloom.processor.model.WorkflowForm;
import io.spanloom.processor.read.annotation.Annotations;
import io.spanloom.processor.read.annotation.AppliedAnnotation;
import io.spanloom.processor.read.path.PathReader;
import io.spanloom.processor.read.path.PathReader.Resolved;
import io.spanloom.processor.read.path.PathScope;
import io.spanloom.processor.read.type.AttributeTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;

/** Reads the annotations of workflows and their steps. */
final class WorkflowReader {

  private final PathReader paths;
  private final AttributeTypes attributeTypes;
  private final ExpectedExceptionReader exceptions;

  WorkflowReader(
      PathReader paths, AttributeTypes attributeTypes, ExpectedExceptionReader exceptions) {
    this.paths = paths;
    this.attributeTypes = attributeTypes;
    this.exceptions = exceptions;
  }

  SpanForm run(AppliedAnnotation annotation, PathScope scope) {
    ExecutableElement method = scope.method();
    return new WorkflowForm.Run(
        annotation.location(method),
        SpanReader.name(method, annotation, "value", method.getSimpleName().toString()),
        isTrue(annotation, "resumable"),
        isTrue(annotation, "traceByRun"),
        exceptions.read(annotation, scope),
        path(annotation, scope, "runId", BuiltInAttribute.WORKFLOW_RUN_ID).stream().toList());
  }

  SpanForm step(AppliedAnnotation annotation, PathScope scope) {
    ExecutableElement method = scope.method();
    return new WorkflowForm.Step(
        annotation.location(method),
        SpanReader.name(method, annotation, "value", method.getSimpleName().toString()),
        SpanReader.name(method, annotation, "workflow", ""),
        Annotations.enumConstant(annotation.mirror(), "as").equals(WorkflowStep.Form.EVENTS.name()),
        after(annotation, method),
        isTrue(annotation, "traceByRun"),
        exceptions.read(annotation, scope),
        Stream.of(
                path(annotation, scope, "runId", BuiltInAttribute.WORKFLOW_RUN_ID),
                path(annotation, scope, "attempt", BuiltInAttribute.WORKFLOW_STEP_ATTEMPT))
            .flatMap(Optional::stream)
            .toList(),
        Optional.empty());
  }

  private static boolean isTrue(AppliedAnnotation annotation, String member) {
    return (Boolean) getAnnotationValue(annotation.mirror(), member).getValue();
  }

  private static List<SpanForm.Name> after(AppliedAnnotation annotation, ExecutableElement method) {
    AnnotationMirror mirror = annotation.mirror();
    List<SpanForm.Name> result = new ArrayList<>();
    for (Object element : (List<?>) getAnnotationValue(mirror, "after").getValue()) {
      AnnotationValue value = (AnnotationValue) element;
      result.add(
          new SpanForm.Name(
              value.getValue().toString(),
              true,
              annotation.isDirect(method)
                  ? new SourceLocation(method, mirror, value)
                  : annotation.location(method)));
    }
    return List.copyOf(result);
  }

  private Optional<Attribute> path(
      AppliedAnnotation annotation, PathScope scope, String member, BuiltInAttribute attribute) {
    String text = Annotations.stringValue(annotation.mirror(), member);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Resolved value = paths.fromMethod(text, scope);
    SourceLocation location = annotation.location(scope.method(), member);
    return Optional.of(
        new Attribute(
            location,
            location,
            attribute.key(),
            value.source(),
            attributeTypes.typeOf(value.type()),
            value.type().toString(),
            Redaction.UNSPECIFIED,
            false));
  }
}
