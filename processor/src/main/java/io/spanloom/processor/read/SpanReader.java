package io.spanloom.processor.read;

import static com.google.auto.common.AnnotationMirrors.getAnnotationValue;

import com.squareup.javapoet.TypeName;
import io.spanloom.AICall;
import io.spanloom.WorkflowStep;
import io.spanloom.processor.model.SourceLocation;
import io.spanloom.processor.model.SpanForm;
import io.spanloom.processor.read.annotation.Annotations;
import io.spanloom.processor.read.annotation.AppliedAnnotation;
import io.spanloom.processor.read.path.TypeAccess;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.type.TypeMirror;

/** Reads the span annotations of a method; the only place that knows their members. */
final class SpanReader {

  private final TypeAccess naming;

  SpanReader(TypeAccess naming) {
    this.naming = naming;
  }

  List<SpanForm> read(
      ExecutableElement method,
      List<AppliedAnnotation> marks,
      String displayName,
      PackageElement from) {
    return marks.stream().map(mark -> form(method, mark, displayName, from)).toList();
  }

  private SpanForm form(
      ExecutableElement method, AppliedAnnotation mark, String displayName, PackageElement from) {
    return switch (mark.kind()) {
      case TRACED -> traced(method, mark, displayName, from);
      case STEP -> step(method, mark);
      case AI_CALL -> aiCall(method, mark);
      case WITH_SPAN -> withSpan(method, mark, displayName);
      case ADDING_ATTRIBUTES -> new SpanForm.CurrentSpanAttributes(mark.place(method));
    };
  }

  private static SpanForm withSpan(
      ExecutableElement method, AppliedAnnotation mark, String displayName) {
    String said = Annotations.text(mark.mirror(), "value");
    boolean inherits =
        !Annotations.isExplicit(mark.mirror(), "inheritContext")
            || Annotations.text(mark.mirror(), "inheritContext").equals("true");
    return new SpanForm.Span(
        mark.place(method),
        new SpanForm.Name(said.isEmpty() ? displayName : said, false, mark.place(method, "value")),
        Annotations.constant(mark.mirror(), "kind"),
        !inherits,
        List.of(),
        true,
        true);
  }

  private SpanForm traced(
      ExecutableElement method, AppliedAnnotation mark, String displayName, PackageElement from) {
    AnnotationMirror mirror = mark.mirror();
    return new SpanForm.Span(
        mark.place(method),
        name(method, mark, "value", displayName),
        Annotations.constant(mirror, "kind"),
        (Boolean) getAnnotationValue(mirror, "root").getValue(),
        expected(method, mark, from),
        (Boolean) getAnnotationValue(mirror, "recordException").getValue(),
        false);
  }

  private List<SpanForm.Expected> expected(
      ExecutableElement method, AppliedAnnotation mark, PackageElement from) {
    List<SpanForm.Expected> result = new ArrayList<>();
    for (Object element : (List<?>) getAnnotationValue(mark.mirror(), "expected").getValue()) {
      AnnotationValue value = (AnnotationValue) element;
      TypeMirror type = (TypeMirror) value.getValue();
      result.add(
          new SpanForm.Expected(
              TypeName.get(type),
              naming.isNameable(type, from),
              mark.isDirect(method)
                  ? new SourceLocation(method, mark.mirror(), value)
                  : mark.place(method)));
    }
    return List.copyOf(result);
  }

  private static SpanForm step(ExecutableElement method, AppliedAnnotation mark) {
    return new SpanForm.Step(
        mark.place(method),
        name(method, mark, "value", method.getSimpleName().toString()),
        name(method, mark, "workflow", ""),
        Annotations.constant(mark.mirror(), "as").equals(WorkflowStep.Form.EVENTS.name()));
  }

  private static SpanForm aiCall(ExecutableElement method, AppliedAnnotation mark) {
    AnnotationMirror mirror = mark.mirror();
    AICall.Operation operation =
        AICall.Operation.valueOf(Annotations.constant(mirror, "operation"));
    double temperature = (Double) getAnnotationValue(mirror, "temperature").getValue();
    return new SpanForm.AiCall(
        mark.place(method),
        operation.name().toLowerCase(Locale.ROOT),
        operation != AICall.Operation.EXECUTE_TOOL && operation != AICall.Operation.INVOKE_AGENT,
        name(method, mark, "provider", ""),
        name(method, mark, "model", ""),
        name(method, mark, "phase", ""),
        Double.isNaN(temperature) ? OptionalDouble.empty() : OptionalDouble.of(temperature),
        mark.place(method, "temperature"));
  }

  /** Reads a name; {@code otherwise} stands in where nobody says one. */
  private static SpanForm.Name name(
      ExecutableElement method, AppliedAnnotation mark, String member, String otherwise) {
    boolean explicit = Annotations.isExplicit(mark.mirror(), member);
    return new SpanForm.Name(
        explicit ? Annotations.text(mark.mirror(), member) : otherwise,
        explicit,
        mark.place(method, member));
  }
}
