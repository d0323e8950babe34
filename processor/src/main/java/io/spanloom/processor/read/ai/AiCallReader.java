package io.spanloom.processor.read.ai;

import static com.google.auto.common.AnnotationMirrors.getAnnotationValue;

import io.spanloom.AICall;
import io.spanloom.processor.model.AiAttributes;
import io.spanloom.processor.model.AiCall;
import io.spanloom.processor.model.AiField;
import io.spanloom.processor.model.Result;
import io.spanloom.processor.model.SpanForm;
import io.spanloom.processor.read.annotation.Annotations;
import io.spanloom.processor.read.annotation.AppliedAnnotation;
import io.spanloom.processor.read.path.PathScope;
import io.spanloom.processor.read.type.MethodResult;
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
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Reads {@code @AICall}, and what generated code can read of the method's request and response. */
public final class AiCallReader {

  private final AiObjectReader objects;
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
    Optional<AiHandlers.Entry> handled =
        usage.text().isEmpty() && !tool ? handler(scope) : Optional.empty();
    AiCall.ResponseSource source = source(scope.result(), handled);
    TypeMirror result = response(scope, source, handled);
    boolean chunks = handled.isPresent() || scope.result().element() != null;
    AiUsagePaths.Found response =
        usage.text().isEmpty()
            ? new AiUsagePaths.Found(
                tool
                    ? Optional.empty()
                    : objects.find(chunks ? AiChunks.TABLE : AiResponses.TABLE, result),
                "")
            : usagePaths.find(result, usage.text(), scope.from());
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
            .map(type -> new AiCall.Response(objects.read(type, provider, Set.of()), source)),
        handled.map(entry -> handler(entry, scope)),
        handled.isPresent() || scope.result().streamed(),
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
   * @return true for an {@code Iterator} or {@code Iterable} over a type in the table of chunks
   */
  public boolean hasLazyResult(ExecutableElement method) {
    return method.getReturnType() instanceof DeclaredType type
        && type.getTypeArguments().size() == 1
        && (objects.isExactly(type, "java.util.Iterator")
            || objects.isExactly(type, "java.lang.Iterable"))
        && objects.find(AiChunks.TABLE, type.getTypeArguments().get(0)).isPresent();
  }

  private static AiCall.ResponseSource source(
      MethodResult result, Optional<AiHandlers.Entry> handled) {
    if (handled.isPresent()) {
      return AiCall.ResponseSource.HANDLER;
    }
    return result.value() == null && result.element() == null
        ? AiCall.ResponseSource.RESULT
        : AiCall.ResponseSource.DEFERRED;
  }

  /** Returns the type of a response, or of the chunks of a stream. */
  private TypeMirror response(
      PathScope scope, AiCall.ResponseSource source, Optional<AiHandlers.Entry> handled) {
    TypeMirror type =
        switch (source) {
          case HANDLER -> handled.map(entry -> objects.typeOf(entry.value())).orElse(null);
          case DEFERRED ->
              scope.result().element() == null ? scope.result().value() : scope.result().element();
          case RESULT -> null;
        };
    return type == null ? scope.method().getReturnType() : type;
  }

  /** Returns the first type in the table of handlers that a parameter has. */
  private Optional<AiHandlers.Entry> handler(PathScope scope) {
    return scope.parameterTypes().stream()
        .flatMap(
            type ->
                AiHandlers.TABLE.stream().filter(entry -> objects.isExactly(type, entry.type())))
        .findFirst();
  }

  private AiCall.Handler handler(AiHandlers.Entry entry, PathScope scope) {
    List<TypeMirror> types = scope.parameterTypes();
    int index = 0;
    while (!objects.isExactly(types.get(index), entry.type())) {
      index++;
    }
    return new AiCall.Handler(
        scope.parameter(index),
        entry.adapter(),
        entry.endsSpan() && !(scope.result().result() instanceof Result.Deferred));
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
