package io.spanloom.processor.read;

import static com.google.auto.common.AnnotationMirrors.getAnnotationValue;

import io.spanloom.SpanAttribute;
import io.spanloom.SpanAttributes;
import io.spanloom.processor.model.Attribute;
import io.spanloom.processor.model.Redaction;
import io.spanloom.processor.model.Source;
import io.spanloom.processor.model.SourceLocation;
import io.spanloom.processor.read.annotation.Annotations;
import io.spanloom.processor.read.annotation.AppliedAnnotation;
import io.spanloom.processor.read.annotation.SpanAnnotation;
import io.spanloom.processor.read.path.PathReader;
import io.spanloom.processor.read.path.PathReader.Resolved;
import io.spanloom.processor.read.path.PathScope;
import io.spanloom.processor.read.type.AttributeTypes;
import io.spanloom.processor.read.type.Enclosing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Reads what annotations say of attributes; the only place that knows their members. */
final class AttributeReader {

  private final PathReader paths;
  private final AttributeTypes attributeTypes;

  AttributeReader(PathReader paths, AttributeTypes attributeTypes) {
    this.paths = paths;
    this.attributeTypes = attributeTypes;
  }

  /** Reads the attributes of a method: its own, an interface's, and those of its marks. */
  List<Attribute> read(
      ExecutableElement declaring, List<AppliedAnnotation> marks, PathScope scope) {
    List<Attribute> result = new ArrayList<>();
    addOn(declaring, marks, scope, result);
    if (!declaring.equals(scope.method())) {
      addOn(scope.method(), marks, scope, result);
    }
    marks.forEach(mark -> addOf(mark, scope, result));
    return List.copyOf(result);
  }

  private void addOn(
      ExecutableElement declaring,
      List<AppliedAnnotation> marks,
      PathScope scope,
      List<Attribute> result) {
    for (int i = 0; i < declaring.getParameters().size(); i++) {
      Element parameter = declaring.getParameters().get(i);
      for (AnnotationMirror mirror : on(parameter)) {
        result.add(onParameter(parameter, mirror, scope, i));
      }
      if (!marks.isEmpty()) {
        agentCompatible(parameter, scope, i).ifPresent(result::add);
      }
    }
    for (AnnotationMirror mirror : on(declaring)) {
      result.add(onMethod(declaring, mirror, scope));
    }
  }

  /** The attribute that OpenTelemetry's own annotation says. */
  private Optional<Attribute> agentCompatible(Element parameter, PathScope scope, int index) {
    for (AnnotationMirror mirror : parameter.getAnnotationMirrors()) {
      if (Annotations.typeOf(mirror)
          .getQualifiedName()
          .contentEquals(SpanAnnotation.FOREIGN_ATTRIBUTE)) {
        String key = Annotations.text(mirror, "value");
        TypeMirror type = scope.parameterType(index);
        SourceLocation place = Annotations.place(parameter, mirror, "value");
        return Optional.of(
            new Attribute(
                place,
                place,
                key.isEmpty() ? scope.parameterName(index) : key,
                new Source.Path(scope.parameter(index), List.of(), scope.parameterName(index)),
                attributeTypes.foreignTypeOf(type),
                type.toString(),
                Redaction.NONE,
                true));
      }
    }
    return Optional.empty();
  }

  private void addOf(AppliedAnnotation mark, PathScope scope, List<Attribute> result) {
    if (mark.kind() == SpanAnnotation.TRACED) {
      Annotations.nested(mark.mirror(), "attributes").stream()
          .map(mirror -> onMethod(scope.method(), mirror, scope))
          .map(
              attribute ->
                  mark.isDirect(scope.method())
                      ? attribute
                      : attribute.at(mark.place(scope.method())))
          .forEach(result::add);
    }
    for (AnnotationMirror use : mark.uses()) {
      SourceLocation place = mark.place(scope.method());
      TypeElement type = Annotations.typeOf(use);
      for (AnnotationMirror mirror : on(type)) {
        result.add(onMethod(type, mirror, scope).at(place));
      }
      for (ExecutableElement member : ElementFilter.methodsIn(type.getEnclosedElements())) {
        for (AnnotationMirror mirror : on(member)) {
          ofMember(member, mirror, use, scope).map(found -> found.at(place)).ifPresent(result::add);
        }
      }
    }
  }

  /** The attribute of an own annotation's member: the member's value, or the path that it is. */
  private Optional<Attribute> ofMember(
      ExecutableElement member, AnnotationMirror mirror, AnnotationMirror use, PathScope scope) {
    Object value = getAnnotationValue(use, member.getSimpleName().toString()).getValue();
    boolean isPath = Annotations.text(mirror, "from").equals(SpanAttribute.PATH);
    if (value.toString().isEmpty()) {
      return Optional.empty();
    }
    Resolved resolved =
        isPath
            ? paths.fromMethod(value.toString(), scope)
            : new Resolved(literal(member, value), member.getReturnType());
    return Optional.of(attribute(member, mirror, resolved, member.getSimpleName().toString()));
  }

  private static Source literal(ExecutableElement member, Object value) {
    boolean single =
        value instanceof String
            || value instanceof Number
            || value instanceof Boolean
            || value instanceof Character;
    if (value instanceof VariableElement constant) {
      return new Source.Literal(constant.getSimpleName().toString());
    }
    return single
        ? new Source.Literal(value)
        : new Source.Broken(
            Source.Fault.NO_CONSTANT,
            "",
            member.getSimpleName().toString(),
            Enclosing.type(member).toString(),
            List.of());
  }

  private static List<AnnotationMirror> on(Element element) {
    return Annotations.on(element, SpanAttribute.class, SpanAttributes.class);
  }

  private Attribute onParameter(
      Element parameter, AnnotationMirror mirror, PathScope scope, int index) {
    String from = Annotations.text(mirror, "from");
    Resolved value =
        said(mirror).isEmpty()
            ? paths.parameter(scope, index)
            : value(mirror, () -> paths.fromParameter(from, scope, index));
    return attribute(parameter, mirror, value, scope.parameterName(index));
  }

  /** Reads an annotation whose path begins with a name. */
  Attribute onMethod(Element bearer, AnnotationMirror mirror, PathScope scope) {
    Resolved value = value(mirror, () -> paths.fromMethod(Annotations.text(mirror, "from"), scope));
    return attribute(bearer, mirror, value, "");
  }

  /** A path that is resolved only where there is one. */
  @FunctionalInterface
  private interface Path {
    Resolved resolve();
  }

  private Resolved value(AnnotationMirror mirror, Path path) {
    List<String> said = said(mirror);
    if (said.size() != 1) {
      return paths.text(new Source.Unclear(said));
    }
    return switch (said.get(0)) {
      case "literal" -> paths.text(new Source.Literal(Annotations.text(mirror, "literal")));
      case "baggage" -> paths.text(new Source.Baggage(Annotations.text(mirror, "baggage")));
      default -> path.resolve();
    };
  }

  /** The members of an annotation that say where the value comes from. */
  private static List<String> said(AnnotationMirror mirror) {
    return List.of("from", "literal", "baggage").stream()
        .filter(member -> !Annotations.text(mirror, member).isEmpty())
        .toList();
  }

  private Attribute attribute(
      Element bearer, AnnotationMirror mirror, Resolved value, String otherwise) {
    SourceLocation key = Annotations.place(bearer, mirror, "value");
    String name = otherwise;
    if (key.value() != null) {
      name = Annotations.text(mirror, "value");
    } else if (value.source() instanceof Source.Baggage baggage) {
      name = baggage.entry();
    }
    return new Attribute(
        key,
        source(bearer, mirror),
        name,
        value.source(),
        attributeTypes.typeOf(value.type()),
        value.type().toString(),
        Redaction.valueOf(Annotations.constant(mirror, "redact")),
        false);
  }

  private static SourceLocation source(Element bearer, AnnotationMirror mirror) {
    return said(mirror).stream()
        .findFirst()
        .map(member -> Annotations.place(bearer, mirror, member))
        .orElseGet(() -> new SourceLocation(bearer, mirror, null));
  }
}
