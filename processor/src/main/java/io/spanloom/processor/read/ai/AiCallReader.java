package io.spanloom.processor.read.ai;

import static com.google.auto.common.AnnotationMirrors.getAnnotationValue;

import io.spanloom.AICall;
import io.spanloom.processor.model.AiAttributes;
import io.spanloom.processor.model.AiCall;
import io.spanloom.processor.model.AiField;
import io.spanloom.processor.model.SpanForm;
import io.spanloom.processor.read.annotation.Annotations;
import io.spanloom.processor.read.annotation.AppliedAnnotation;
import io.spanloom.processor.read.path.PathScope;
import io.spanloom.processor.read.type.TypeAccess;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeMirror;

/** Reads {@code @AICall}, and what generated code can read of the method's request and response. */
public final class AiCallReader {

  private final AiObjectReader objects;
  private final AiStreamReader streams;
  private final AiUsagePaths usagePaths;
  private final AiAttributes attributes;

  /**
   * Creates a reader.
   *
   * @param environment the compilation
   * @param typeAccess decides which types generated code can name
   */
  public AiCallReader(ProcessingEnvironment environment, TypeAccess typeAccess) {
    this.objects = new AiObjectReader(environment.getElementUtils(), environment.getTypeUtils());
    this.streams = new AiStreamReader(objects);
    this.usagePaths = new AiUsagePaths(objects, typeAccess);
    this.attributes =
        Optional.ofNullable(environment.getOptions().get(AiAttributes.OPTION))
            .flatMap(AiAttributes::of)
            .orElse(AiAttributes.GENAI);
  }

  /**
   * Reads an annotation.
   *
   * @param annotation the annotation
   * @param scope the traced method
   * @param attributeKeys the keys of the method's attributes
   * @return the form
   */
  public AiCall read(AppliedAnnotation annotation, PathScope scope, Set<String> attributeKeys) {
    AnnotationMirror mirror = annotation.mirror();
    AICall.Operation operation =
        AICall.Operation.valueOf(Annotations.enumConstant(mirror, "operation"));
    double temperature = (Double) getAnnotationValue(mirror, "temperature").getValue();
    SpanForm.Name model = name(annotation, "model", scope);
    SpanForm.Name usage = name(annotation, "usage", scope);
    boolean tool = operation == AICall.Operation.EXECUTE_TOOL;
    AiStreamReader.Form form = streams.form(scope, usage.text().isEmpty() && !tool);
    AiUsagePaths.Found response =
        usage.text().isEmpty()
            ? new AiUsagePaths.Found(
                tool
                    ? Optional.empty()
                    : objects.find(form.chunks() ? AiChunks.TABLE : AiResponses.TABLE, form.type()),
                "")
            : usagePaths.find(form.type(), usage.text(), scope.from());
    String provider = provider(Annotations.stringValue(mirror, "provider"), response, scope);
    Set<AiField> constants = EnumSet.noneOf(AiField.class);
    if (!model.text().isEmpty()) {
      constants.add(AiField.REQUEST_MODEL);
    }
    if (!Double.isNaN(temperature)) {
      constants.add(AiField.TEMPERATURE);
    }
    return new AiCall(
        annotation.location(scope.method()),
        operation.name().toLowerCase(Locale.ROOT),
        !tool && operation != AICall.Operation.INVOKE_AGENT,
        new SpanForm.Name(
            provider,
            Annotations.isExplicit(mirror, "provider"),
            annotation.location(scope.method(), "provider")),
        model,
        tool
            ? AiTools.name(name(annotation, "name", scope), scope.method(), attributeKeys)
            : name(annotation, "name", scope),
        limits(annotation, scope),
        name(annotation, "phase", scope),
        Double.isNaN(temperature) ? OptionalDouble.empty() : OptionalDouble.of(temperature),
        annotation.location(scope.method(), "temperature"),
        (Boolean) getAnnotationValue(mirror, "recordExceptionMessages").getValue(),
        attributes,
        tool ? Optional.empty() : request(scope, provider, constants),
        response
            .type()
            .map(
                type -> new AiCall.Response(objects.read(type, provider, Set.of()), form.source())),
        streams.streaming(
            scope,
            form,
            (Boolean) getAnnotationValue(mirror, "streamSpan").getValue()
                ? Optional.of(annotation.location(scope.method(), "streamSpan"))
                : Optional.empty()),
        new AiCall.UsagePath(usage, response.fault()));
  }

  private static AiCall.Limits limits(AppliedAnnotation annotation, PathScope scope) {
    AnnotationMirror mirror = annotation.mirror();
    return new AiCall.Limits(
        Annotations.isExplicit(mirror, "maxIterations")
            ? OptionalInt.of((Integer) getAnnotationValue(mirror, "maxIterations").getValue())
            : OptionalInt.empty(),
        annotation.location(scope.method(), "maxIterations"),
        Annotations.isExplicit(mirror, "maxCostUsd")
            ? OptionalDouble.of((Double) getAnnotationValue(mirror, "maxCostUsd").getValue())
            : OptionalDouble.empty(),
        annotation.location(scope.method(), "maxCostUsd"));
  }

  /**
   * Returns whether the result of an AI call is consumed lazily: whether it iterates over chunks.
   *
   * @param method the method
   * @return true for an {@code Iterator} or {@code Iterable} over a type in the table of chunks, or
   *     a stage of one
   */
  public boolean hasLazyResult(ExecutableElement method) {
    return streams.isLazy(method.getReturnType());
  }

  /** Returns the provider that the annotation sets, or that of the response or the request. */
  private String provider(String explicit, AiUsagePaths.Found response, PathScope scope) {
    return explicit.isEmpty()
        ? Stream.concat(
                response.type().stream(),
                scope.parameterTypes().stream()
                    .flatMap(type -> objects.find(AiRequests.TABLE, type).stream()))
            .map(AiType::provider)
            .filter(provider -> !provider.isEmpty())
            .findFirst()
            .orElse("")
        : explicit;
  }

  /** Returns the first parameter whose type is in the table of requests. */
  private Optional<AiCall.Request> request(
      PathScope scope, String provider, Set<AiField> constants) {
    List<TypeMirror> types = scope.parameterTypes();
    for (int i = 0; i < types.size(); i++) {
      Optional<AiType> type = objects.find(AiRequests.TABLE, types.get(i));
      if (type.isPresent()) {
        return Optional.of(
            new AiCall.Request(scope.parameter(i), objects.read(type.get(), provider, constants)));
      }
    }
    return Optional.empty();
  }

  private static SpanForm.Name name(AppliedAnnotation annotation, String member, PathScope scope) {
    return new SpanForm.Name(
        Annotations.stringValue(annotation.mirror(), member),
        Annotations.isExplicit(annotation.mirror(), member),
        annotation.location(scope.method(), member));
  }
}
