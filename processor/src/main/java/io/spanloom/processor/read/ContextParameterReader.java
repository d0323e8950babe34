package io.spanloom.processor.read;

import static com.google.auto.common.MoreElements.getAnnotationMirror;

import io.spanloom.ParentContext;
import io.spanloom.SpanLink;
import io.spanloom.processor.model.ContextParameter;
import io.spanloom.processor.model.ContextParameters;
import io.spanloom.processor.model.SourceLocation;
import io.spanloom.processor.read.path.PathScope;
import io.spanloom.processor.read.type.TypeQueries;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** Reads the parameters annotated with {@code @ParentContext} or {@code @SpanLink}. */
final class ContextParameterReader {

  private static final String SPAN_CONTEXT = "io.opentelemetry.api.trace.SpanContext";

  private final Types types;
  private final TypeQueries queries;

  ContextParameterReader(Types types, TypeQueries queries) {
    this.types = types;
    this.queries = queries;
  }

  /**
   * Reads the context parameters that a method, or the interface method it implements, declares.
   */
  ContextParameters read(ExecutableElement declaring, PathScope scope) {
    return new ContextParameters(
        read(declaring, scope, ParentContext.class), read(declaring, scope, SpanLink.class));
  }

  private List<ContextParameter> read(
      ExecutableElement declaring, PathScope scope, Class<? extends Annotation> annotation) {
    List<ContextParameter> result = new ArrayList<>();
    for (int i = 0; i < declaring.getParameters().size(); i++) {
      VariableElement parameter = declaring.getParameters().get(i);
      int index = i;
      getAnnotationMirror(parameter, annotation)
          .toJavaUtil()
          .ifPresent(
              mirror ->
                  result.add(
                      new ContextParameter(
                          new SourceLocation(parameter, mirror, null),
                          scope.parameter(index),
                          form(scope.parameterType(index)),
                          parameter.asType().toString())));
    }
    return List.copyOf(result);
  }

  private ContextParameter.Form form(TypeMirror type) {
    if (isA(type, "io.opentelemetry.context.Context")) {
      return ContextParameter.Form.CONTEXT;
    }
    if (isA(type, SPAN_CONTEXT)) {
      return ContextParameter.Form.SPAN_CONTEXT;
    }
    TypeMirror key = queries.argumentOf(type, "java.util.Map");
    if (key != null && types.isSameType(key, queries.string())) {
      return ContextParameter.Form.HEADERS;
    }
    TypeMirror element = queries.argumentOf(type, "java.util.Collection");
    return element != null && isA(element, SPAN_CONTEXT)
        ? ContextParameter.Form.SPAN_CONTEXTS
        : ContextParameter.Form.OTHER;
  }

  private boolean isA(TypeMirror type, String name) {
    return queries.supertypes(type).containsKey(name);
  }
}
