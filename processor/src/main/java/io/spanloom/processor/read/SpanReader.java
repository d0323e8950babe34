package io.spanloom.processor.read;

import static com.google.auto.common.AnnotationMirrors.getAnnotationValue;

import com.squareup.javapoet.TypeName;
import io.spanloom.AICall;
import io.spanloom.processor.model.CurrentSpanAttributes;
import io.spanloom.processor.model.ExceptionPolicy;
import io.spanloom.processor.model.ExpectedException;
import io.spanloom.processor.model.SourceLocation;
import io.spanloom.processor.model.SpanForm;
import io.spanloom.processor.read.annotation.Annotations;
import io.spanloom.processor.read.annotation.AppliedAnnotation;
import io.spanloom.processor.read.path.PathScope;
import io.spanloom.processor.read.type.TypeAccess;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.type.TypeMirror;

/** Reads the span annotations of a method; with {@link WorkflowReader}, it knows their members. */
final class SpanReader {

  private final TypeAccess typeAccess;
  private final WorkflowReader workflows;

  SpanReader(TypeAccess typeAccess, WorkflowReader workflows) {
    this.typeAccess = typeAccess;
    this.workflows = workflows;
  }

  List<SpanForm> read(
      ExecutableElement method,
      List<AppliedAnnotation> annotations,
      String defaultName,
      PathScope scope) {
    return annotations.stream()
        .map(annotation -> form(method, annotation, defaultName, scope))
        .toList();
  }

  private SpanForm form(
      ExecutableElement method, AppliedAnnotation annotation, String defaultName, PathScope scope) {
    return switch (annotation.kind()) {
      case TRACED -> traced(method, annotation, defaultName, scope.from());
      case STEP -> workflows.step(annotation, scope);
      case WORKFLOW -> workflows.run(annotation, scope);
      case AI_CALL -> aiCall(method, annotation);
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

  private SpanForm traced(
      ExecutableElement method,
      AppliedAnnotation annotation,
      String defaultName,
      PackageElement from) {
    AnnotationMirror mirror = annotation.mirror();
    return new SpanForm.Span(
        annotation.location(method),
        name(method, annotation, "value", defaultName),
        Annotations.enumConstant(mirror, "kind"),
        (Boolean) getAnnotationValue(mirror, "root").getValue(),
        expected(method, annotation, from),
        (Boolean) getAnnotationValue(mirror, "recordException").getValue()
            ? ExceptionPolicy.ALL
            : ExceptionPolicy.TYPE,
        (Boolean) getAnnotationValue(mirror, "lazyResult").getValue()
            ? Optional.of(annotation.location(method, "lazyResult"))
            : Optional.empty(),
        false);
  }

  private List<ExpectedException> expected(
      ExecutableElement method, AppliedAnnotation annotation, PackageElement from) {
    List<ExpectedException> result = new ArrayList<>();
    for (Object element :
        (List<?>) getAnnotationValue(annotation.mirror(), "expected").getValue()) {
      AnnotationValue value = (AnnotationValue) element;
      TypeMirror type = (TypeMirror) value.getValue();
      result.add(
          new ExpectedException(
              TypeName.get(type),
              typeAccess.isNameable(type, from),
              annotation.isDirect(method)
                  ? new SourceLocation(method, annotation.mirror(), value)
                  : annotation.location(method)));
    }
    return List.copyOf(result);
  }

  private static SpanForm aiCall(ExecutableElement method, AppliedAnnotation annotation) {
    AnnotationMirror mirror = annotation.mirror();
    AICall.Operation operation =
        AICall.Operation.valueOf(Annotations.enumConstant(mirror, "operation"));
    double temperature = (Double) getAnnotationValue(mirror, "temperature").getValue();
    return new SpanForm.AiCall(
        annotation.location(method),
        operation.name().toLowerCase(Locale.ROOT),
        operation != AICall.Operation.EXECUTE_TOOL && operation != AICall.Operation.INVOKE_AGENT,
        name(method, annotation, "provider", ""),
        name(method, annotation, "model", ""),
        name(method, annotation, "phase", ""),
        Double.isNaN(temperature) ? OptionalDouble.empty() : OptionalDouble.of(temperature),
        annotation.location(method, "temperature"));
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
