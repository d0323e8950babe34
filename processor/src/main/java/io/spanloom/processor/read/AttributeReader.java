package io.spanloom.processor.read;

import static com.google.auto.common.AnnotationMirrors.getAnnotationValue;

import io.spanloom.SpanAttribute;
import io.spanloom.SpanAttributes;
import io.spanloom.processor.model.Attribute;
import io.spanloom.processor.model.AttributeSource;
import io.spanloom.processor.model.Redaction;
import io.spanloom.processor.model.SourceLocation;
import io.spanloom.processor.read.annotation.Annotations;
import io.spanloom.processor.read.annotation.AppliedAnnotation;
import io.spanloom.processor.read.annotation.SpanAnnotation;
import io.spanloom.processor.read.path.PathReader;
import io.spanloom.processor.read.path.PathReader.Resolved;
import io.spanloom.processor.read.path.PathScope;
import io.spanloom.processor.read.type.AttributeTypes;
import io.spanloom.processor.read.type.EnclosingTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Reads the attribute annotations of a method; no other class knows their members. */
final class AttributeReader {

  private final PathReader paths;
  private final AttributeTypes attributeTypes;

  AttributeReader(PathReader paths, AttributeTypes attributeTypes) {
    this.paths = paths;
    this.attributeTypes = attributeTypes;
  }

  /** Reads the attributes that a method, an interface method or a span annotation declares. */
  List<Attribute> read(
      ExecutableElement declaring, List<AppliedAnnotation> annotations, PathScope scope) {
    List<Attribute> result = new ArrayList<>();
    addOn(declaring, annotations, scope, result);
    if (!declaring.equals(scope.method())) {
      addOn(scope.method(), annotations, scope, result);
    }
    annotations.forEach(annotation -> addOf(annotation, scope, result));
    return List.copyOf(result);
  }

  private void addOn(
      ExecutableElement declaring,
      List<AppliedAnnotation> annotations,
      PathScope scope,
      List<Attribute> result) {
    for (int i = 0; i < declaring.getParameters().size(); i++) {
      Element parameter = declaring.getParameters().get(i);
      for (AnnotationMirror mirror : on(parameter)) {
        result.add(onParameter(parameter, mirror, scope, i));
      }
      if (!annotations.isEmpty()) {
        openTelemetryAttribute(parameter, scope, i).ifPresent(result::add);
      }
    }
    for (AnnotationMirror mirror : on(declaring)) {
      result.add(onMethod(declaring, mirror, scope));
    }
  }

  /** Reads OpenTelemetry's own parameter annotation. */
  private Optional<Attribute> openTelemetryAttribute(
      Element parameter, PathScope scope, int index) {
    for (AnnotationMirror mirror : parameter.getAnnotationMirrors()) {
      if (Annotations.typeOf(mirror)
          .getQualifiedName()
          .contentEquals(SpanAnnotation.OPENTELEMETRY_SPAN_ATTRIBUTE)) {
        String key = Annotations.stringValue(mirror, "value");
        TypeMirror type = scope.parameterType(index);
        SourceLocation location = Annotations.location(parameter, mirror, "value");
        return Optional.of(
            new Attribute(
                location,
                location,
                key.isEmpty() ? scope.defaultKey(parameter, index) : key,
                new AttributeSource.Path(
                    scope.parameter(index), List.of(), scope.parameterName(index)),
                attributeTypes.agentCompatibleTypeOf(type),
                type.toString(),
                Redaction.NONE,
                true));
      }
    }
    return Optional.empty();
  }

  /** Adds the attributes that a span annotation, or a composed one that leads to it, declares. */
  private void addOf(AppliedAnnotation annotation, PathScope scope, List<Attribute> result) {
    if (annotation.kind() == SpanAnnotation.TRACED) {
      Annotations.nested(annotation.mirror(), "attributes").stream()
          .map(mirror -> onMethod(scope.method(), mirror, scope))
          .map(
              attribute ->
                  annotation.isDirect(scope.method())
                      ? attribute
                      : attribute.at(annotation.location(scope.method())))
          .forEach(result::add);
    }
    for (AnnotationMirror use : annotation.uses()) {
      SourceLocation location = annotation.location(scope.method());
      TypeElement type = Annotations.typeOf(use);
      for (AnnotationMirror mirror : on(type)) {
        result.add(onMethod(type, mirror, scope).at(location));
      }
      for (ExecutableElement member : ElementFilter.methodsIn(type.getEnclosedElements())) {
        for (AnnotationMirror mirror : on(member)) {
          ofMember(member, mirror, use, scope)
              .map(found -> found.at(location))
              .ifPresent(result::add);
        }
      }
    }
  }

  /** Reads a member of a composed annotation: its value is the attribute's, or a path to it. */
  private Optional<Attribute> ofMember(
      ExecutableElement member, AnnotationMirror mirror, AnnotationMirror use, PathScope scope) {
    Object value = getAnnotationValue(use, member.getSimpleName().toString()).getValue();
    boolean isPath = Annotations.stringValue(mirror, "from").equals(SpanAttribute.PATH);
    if (value.toString().isEmpty()) {
      return Optional.empty();
    }
    Resolved resolved =
        isPath
            ? paths.fromMethod(value.toString(), scope)
            : new Resolved(literal(member, value), member.getReturnType());
    return Optional.of(attribute(member, mirror, resolved, member.getSimpleName().toString()));
  }

  private static AttributeSource literal(ExecutableElement member, Object value) {
    boolean single =
        value instanceof String
            || value instanceof Number
            || value instanceof Boolean
            || value instanceof Character;
    if (value instanceof VariableElement constant) {
      return new AttributeSource.Literal(constant.getSimpleName().toString());
    }
    return single
        ? new AttributeSource.Literal(value)
        : new AttributeSource.Broken(
            AttributeSource.Fault.NO_CONSTANT,
            "",
            member.getSimpleName().toString(),
            EnclosingTypes.of(member).toString(),
            List.of());
  }

  private static List<AnnotationMirror> on(Element element) {
    return Annotations.annotationsOn(element, SpanAttribute.class, SpanAttributes.class);
  }

  private Attribute onParameter(
      Element parameter, AnnotationMirror mirror, PathScope scope, int index) {
    String from = Annotations.stringValue(mirror, "from");
    Resolved value =
        sources(mirror).isEmpty()
            ? paths.parameter(scope, index)
            : value(mirror, () -> paths.fromParameter(from, scope, index));
    return attribute(parameter, mirror, value, scope.defaultKey(parameter, index));
  }

  private Attribute onMethod(Element holder, AnnotationMirror mirror, PathScope scope) {
    Resolved value =
        value(mirror, () -> paths.fromMethod(Annotations.stringValue(mirror, "from"), scope));
    return attribute(holder, mirror, value, "");
  }

  private Resolved value(AnnotationMirror mirror, Supplier<Resolved> path) {
    List<String> members = sources(mirror);
    if (members.size() != 1) {
      return paths.text(new AttributeSource.Unclear(members));
    }
    return switch (members.get(0)) {
      case "literal" ->
          paths.text(new AttributeSource.Literal(Annotations.stringValue(mirror, "literal")));
      case "baggage" ->
          paths.text(new AttributeSource.Baggage(Annotations.stringValue(mirror, "baggage")));
      default -> path.get();
    };
  }

  /** Returns the members of an annotation that set the source of the value. */
  private static List<String> sources(AnnotationMirror mirror) {
    return List.of("from", "literal", "baggage").stream()
        .filter(member -> !Annotations.stringValue(mirror, member).isEmpty())
        .toList();
  }

  private Attribute attribute(
      Element holder, AnnotationMirror mirror, Resolved value, String defaultKey) {
    SourceLocation key = Annotations.location(holder, mirror, "value");
    String name = defaultKey;
    if (key.value() != null) {
      name = Annotations.stringValue(mirror, "value");
    } else if (value.source() instanceof AttributeSource.Baggage baggage) {
      name = baggage.entry();
    }
    return new Attribute(
        key,
        sourceLocation(holder, mirror),
        name,
        value.source(),
        attributeTypes.typeOf(value.type()),
        value.type().toString(),
        Redaction.valueOf(Annotations.enumConstant(mirror, "redact")),
        false);
  }

  private static SourceLocation sourceLocation(Element holder, AnnotationMirror mirror) {
    return sources(mirror).stream()
        .findFirst()
        .map(member -> Annotations.location(holder, mirror, member))
        .orElseGet(() -> new SourceLocation(holder, mirror, null));
  }
}
