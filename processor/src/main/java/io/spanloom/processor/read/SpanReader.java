package io.spanloom.processor.read;

import static com.google.auto.common.AnnotationMirrors.getAnnotationValue;
import static com.google.auto.common.MoreElements.getAnnotationMirror;

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
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.type.TypeMirror;

/** Reads the span annotations of a method; the only place that knows their members. */
final class SpanReader {

  private final Naming naming;

  SpanReader(Naming naming) {
    this.naming = naming;
  }

  List<SpanForm> read(ExecutableElement method, String displayName, PackageElement from) {
    List<SpanForm> spans = new ArrayList<>();
    getAnnotationMirror(method, Traced.class)
        .toJavaUtil()
        .ifPresent(mirror -> spans.add(traced(method, mirror, displayName, from)));
    getAnnotationMirror(method, WorkflowStep.class)
        .toJavaUtil()
        .ifPresent(mirror -> spans.add(step(method, mirror)));
    getAnnotationMirror(method, AICall.class)
        .toJavaUtil()
        .ifPresent(mirror -> spans.add(aiCall(method, mirror)));
    return List.copyOf(spans);
  }

  private SpanForm traced(
      ExecutableElement method, AnnotationMirror mirror, String displayName, PackageElement from) {
    return new SpanForm.Span(
        new Place(method, mirror, null),
        name(method, mirror, "value", displayName),
        Annotations.constant(mirror, "kind"),
        (Boolean) getAnnotationValue(mirror, "root").getValue(),
        expected(method, mirror, from));
  }

  private List<SpanForm.Expected> expected(
      ExecutableElement method, AnnotationMirror mirror, PackageElement from) {
    List<SpanForm.Expected> result = new ArrayList<>();
    for (Object element : (List<?>) getAnnotationValue(mirror, "expected").getValue()) {
      AnnotationValue value = (AnnotationValue) element;
      TypeMirror type = (TypeMirror) value.getValue();
      result.add(
          new SpanForm.Expected(
              TypeName.get(type), naming.isNameable(type, from), new Place(method, mirror, value)));
    }
    return List.copyOf(result);
  }

  private static SpanForm step(ExecutableElement method, AnnotationMirror mirror) {
    return new SpanForm.Step(
        new Place(method, mirror, null),
        name(method, mirror, "value", method.getSimpleName().toString()),
        name(method, mirror, "workflow", ""),
        Annotations.constant(mirror, "as").equals(WorkflowStep.Form.EVENTS.name()));
  }

  private static SpanForm aiCall(ExecutableElement method, AnnotationMirror mirror) {
    AICall.Operation operation =
        AICall.Operation.valueOf(Annotations.constant(mirror, "operation"));
    double temperature = (Double) getAnnotationValue(mirror, "temperature").getValue();
    return new SpanForm.AiCall(
        new Place(method, mirror, null),
        operation.name().toLowerCase(Locale.ROOT),
        operation != AICall.Operation.EXECUTE_TOOL && operation != AICall.Operation.INVOKE_AGENT,
        name(method, mirror, "provider", ""),
        name(method, mirror, "model", ""),
        name(method, mirror, "phase", ""),
        Double.isNaN(temperature) ? OptionalDouble.empty() : OptionalDouble.of(temperature),
        Annotations.place(method, mirror, "temperature"));
  }

  /** Reads a name; {@code otherwise} stands in where the source does not say one. */
  static SpanForm.Name name(
      Element element, AnnotationMirror mirror, String member, String otherwise) {
    Place place = Annotations.place(element, mirror, member);
    return place.value() == null
        ? new SpanForm.Name(otherwise, place)
        : new SpanForm.Name((String) place.value().getValue(), place);
  }
}
