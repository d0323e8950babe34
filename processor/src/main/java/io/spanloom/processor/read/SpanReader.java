package io.spanloom.processor.read;

import static com.google.auto.common.AnnotationMirrors.getAnnotationValue;

import com.palantir.javapoet.TypeName;
import io.spanloom.AICall;
import io.spanloom.Traced;
import io.spanloom.WorkflowStep;
import io.spanloom.processor.model.Place;
import io.spanloom.processor.model.SpanForm;
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

  private final Naming naming;

  SpanReader(Naming naming) {
    this.naming = naming;
  }

  List<SpanForm> read(
      ExecutableElement method, List<Mark> marks, String displayName, PackageElement from) {
    return marks.stream().map(mark -> form(method, mark, displayName, from)).toList();
  }

  private SpanForm form(
      ExecutableElement method, Mark mark, String displayName, PackageElement from) {
    if (Annotations.is(mark.mirror(), Traced.class)) {
      return traced(method, mark, displayName, from);
    }
    return Annotations.is(mark.mirror(), WorkflowStep.class)
        ? step(method, mark)
        : aiCall(method, mark);
  }

  private SpanForm traced(
      ExecutableElement method, Mark mark, String displayName, PackageElement from) {
    AnnotationMirror mirror = mark.mirror();
    return new SpanForm.Span(
        mark.place(method),
        name(method, mark, "value", displayName),
        Annotations.constant(mirror, "kind"),
        (Boolean) getAnnotationValue(mirror, "root").getValue(),
        expected(method, mark, from),
        (Boolean) getAnnotationValue(mirror, "recordException").getValue());
  }

  private List<SpanForm.Expected> expected(
      ExecutableElement method, Mark mark, PackageElement from) {
    List<SpanForm.Expected> result = new ArrayList<>();
    for (Object element : (List<?>) getAnnotationValue(mark.mirror(), "expected").getValue()) {
      AnnotationValue value = (AnnotationValue) element;
      TypeMirror type = (TypeMirror) value.getValue();
      result.add(
          new SpanForm.Expected(
              TypeName.get(type),
              naming.isNameable(type, from),
              mark.isDirect(method)
                  ? new Place(method, mark.mirror(), value)
                  : mark.place(method)));
    }
    return List.copyOf(result);
  }

  private static SpanForm step(ExecutableElement method, Mark mark) {
    return new SpanForm.Step(
        mark.place(method),
        name(method, mark, "value", method.getSimpleName().toString()),
        name(method, mark, "workflow", ""),
        Annotations.constant(mark.mirror(), "as").equals(WorkflowStep.Form.EVENTS.name()));
  }

  private static SpanForm aiCall(ExecutableElement method, Mark mark) {
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
      ExecutableElement method, Mark mark, String member, String otherwise) {
    boolean said = Annotations.says(mark.mirror(), member);
    return new SpanForm.Name(
        said ? Annotations.text(mark.mirror(), member) : otherwise,
        said,
        mark.place(method, member));
  }
}
