package io.spanloom.processor.read;

import static com.google.auto.common.MoreElements.getAnnotationMirror;

import io.spanloom.processor.model.Handed;
import io.spanloom.processor.model.Place;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** Reads the parameters that hand a parent or links in. */
final class HandedReader {

  private static final String SPAN_CONTEXT = "io.opentelemetry.api.trace.SpanContext";

  private final Types types;
  private final TypeNames names;

  HandedReader(Types types, TypeNames names) {
    this.types = types;
    this.names = names;
  }

  /** Returns the parameters that bear an annotation. */
  List<Handed> read(
      ExecutableElement declaring, PathScope scope, Class<? extends Annotation> annotation) {
    List<Handed> result = new ArrayList<>();
    for (int i = 0; i < declaring.getParameters().size(); i++) {
      VariableElement parameter = declaring.getParameters().get(i);
      int index = i;
      getAnnotationMirror(parameter, annotation)
          .toJavaUtil()
          .ifPresent(
              mirror ->
                  result.add(
                      new Handed(
                          new Place(parameter, mirror, null),
                          scope.parameter(index),
                          form(scope.parameterType(index)),
                          parameter.asType().toString())));
    }
    return List.copyOf(result);
  }

  private Handed.Form form(TypeMirror type) {
    if (isA(type, "io.opentelemetry.context.Context")) {
      return Handed.Form.CONTEXT;
    }
    if (isA(type, SPAN_CONTEXT)) {
      return Handed.Form.SPAN_CONTEXT;
    }
    TypeMirror element = names.argumentOf(type, "java.util.Collection");
    return element != null && isA(element, SPAN_CONTEXT)
        ? Handed.Form.SPAN_CONTEXTS
        : Handed.Form.OTHER;
  }

  private boolean isA(TypeMirror type, String name) {
    TypeMirror wanted = names.erasureOf(name);
    return wanted != null && types.isSubtype(types.erasure(type), wanted);
  }
}
