package io.spanloom.processor.read;

import io.spanloom.processor.model.MethodId;
import io.spanloom.processor.model.TracedMethod.Exclusion;
import io.spanloom.processor.read.annotation.AppliedAnnotation;
import io.spanloom.processor.read.annotation.Exclusions;
import io.spanloom.processor.read.annotation.SpanAnnotation;
import io.spanloom.processor.read.type.DeferredResults;
import java.util.List;
import java.util.Objects;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.Elements;

/**
 * Determines whether an annotated method is not traced. {@code @WithSpan} is also the annotation of
 * agents and frameworks, so it is left to them where they do better, or where both would create a
 * span.
 */
final class ExclusionReader {

  /** The class that handles {@code @WithSpan} in Micronaut, whose processor reads it in source. */
  private static final String MICRONAUT =
      "io.micronaut.tracing.opentelemetry.interceptor.NewSpanOpenTelemetryTraceInterceptor";

  private final Exclusions option;
  private final DeferredResults deferredResults;
  private final Elements elements;

  ExclusionReader(ProcessingEnvironment environment, DeferredResults deferredResults) {
    this.option =
        Exclusions.of(
            Objects.requireNonNullElse(environment.getOptions().get(Exclusions.OPTION), ""));
    this.deferredResults = deferredResults;
    this.elements = environment.getElementUtils();
  }

  Exclusion read(ExecutableElement method, MethodId id, List<AppliedAnnotation> applied) {
    if (option.contains(id.function())) {
      return Exclusion.OPTION;
    }
    if (applied.stream().noneMatch(each -> each.kind() == SpanAnnotation.WITH_SPAN)) {
      return Exclusion.NONE;
    }
    if (elements.getTypeElement(MICRONAUT) != null) {
      return Exclusion.MICRONAUT;
    }
    return method.getReturnType().getKind() == TypeKind.DECLARED
            && deferredResults.isUnsupported(method.getReturnType())
        ? Exclusion.DEFERRED_RESULT
        : Exclusion.NONE;
  }
}
