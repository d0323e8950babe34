package io.spanloom.processor.read;

import com.squareup.javapoet.TypeName;
import io.spanloom.processor.model.ExpectedException;
import io.spanloom.processor.model.SourceLocation;
import io.spanloom.processor.read.annotation.Annotations;
import io.spanloom.processor.read.annotation.AppliedAnnotation;
import io.spanloom.processor.read.path.PathScope;
import io.spanloom.processor.read.type.TypeAccess;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeMirror;

/**
 * Reads the exceptions that are not errors: those of the member {@code expected} of a span
 * annotation, and of the composed annotations that lead to it.
 */
final class ExpectedExceptionReader {

  private static final String MEMBER = "expected";

  private final TypeAccess typeAccess;

  ExpectedExceptionReader(TypeAccess typeAccess) {
    this.typeAccess = typeAccess;
  }

  List<ExpectedException> read(AppliedAnnotation annotation, PathScope scope) {
    List<ExpectedException> result = new ArrayList<>();
    Stream.concat(Stream.of(annotation.mirror()), annotation.uses().stream())
        .forEach(
            mirror ->
                Annotations.types(mirror, MEMBER)
                    .forEach(value -> result.add(exception(annotation, mirror, value, scope))));
    return List.copyOf(result);
  }

  private ExpectedException exception(
      AppliedAnnotation annotation,
      AnnotationMirror mirror,
      AnnotationValue value,
      PathScope scope) {
    ExecutableElement method = scope.method();
    TypeMirror type = (TypeMirror) value.getValue();
    boolean onMethod = annotation.holder().equals(method) && mirror.equals(annotation.written());
    return new ExpectedException(
        TypeName.get(type),
        typeAccess.isNameable(type, scope.from()),
        onMethod ? new SourceLocation(method, mirror, value) : annotation.location(method));
  }
}
