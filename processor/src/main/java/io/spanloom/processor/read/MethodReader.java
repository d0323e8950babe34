package io.spanloom.processor.read;

import io.spanloom.processor.model.Attribute;
import io.spanloom.processor.model.MethodId;
import io.spanloom.processor.model.SourceLocation;
import io.spanloom.processor.model.SpanForm;
import io.spanloom.processor.model.TracedMethod;
import io.spanloom.processor.model.TracedMethod.Body;
import io.spanloom.processor.model.UntracedReason;
import io.spanloom.processor.read.ai.AiCallReader;
import io.spanloom.processor.read.annotation.AnnotationResolver;
import io.spanloom.processor.read.annotation.Annotations;
import io.spanloom.processor.read.annotation.AppliedAnnotation;
import io.spanloom.processor.read.annotation.SpanAnnotation;
import io.spanloom.processor.read.path.PathReader;
import io.spanloom.processor.read.path.PathScope;
import io.spanloom.processor.read.type.AdviceTypes;
import io.spanloom.processor.read.type.AttributeTypes;
import io.spanloom.processor.read.type.DeferredResults;
import io.spanloom.processor.read.type.EnclosingTypes;
import io.spanloom.processor.read.type.MethodIdReader;
import io.spanloom.processor.read.type.Readiness;
import io.spanloom.processor.read.type.ResolvedResult;
import io.spanloom.processor.read.type.TypeAccess;
import io.spanloom.processor.read.type.TypeNames;
import io.spanloom.processor.read.type.TypeQueries;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads a method and all annotations that apply to it. */
final class MethodReader {

  private final Elements elements;
  private final Types types;
  private final AnnotationResolver annotations;
  private final ExclusionReader exclusions;
  private final MethodIdReader ids;
  private final AdviceTypes adviceTypes;
  private final AttributeReader attributes;
  private final ContextParameterReader contextParameters;
  private final SpanReader spans;
  private final AiCallReader aiCalls;
  private final DeferredResults deferredResults;

  MethodReader(
      ProcessingEnvironment environment,
      AnnotationResolver annotations,
      TypeAccess typeAccess,
      Readiness readiness) {
    this.elements = environment.getElementUtils();
    this.types = environment.getTypeUtils();
    this.annotations = annotations;
    this.ids = new MethodIdReader(elements, types);
    TypeQueries queries = new TypeQueries(elements, types);
    TypeNames typeNames = new TypeNames(types);
    AttributeTypes attributeTypes = new AttributeTypes(types, queries);
    this.adviceTypes = new AdviceTypes(attributeTypes, typeAccess, typeNames);
    this.deferredResults = new DeferredResults(types, queries, typeNames, typeAccess);
    this.exclusions = new ExclusionReader(environment, deferredResults);
    PathReader paths = new PathReader(elements, types, typeAccess, readiness);
    this.attributes = new AttributeReader(paths, attributeTypes);
    this.contextParameters = new ContextParameterReader(types, queries);
    this.aiCalls = new AiCallReader(environment, typeAccess);
    ExpectedExceptionReader exceptions = new ExpectedExceptionReader(typeAccess);
    WorkflowReader workflows = new WorkflowReader(paths, attributeTypes, exceptions);
    this.spans = new SpanReader(exceptions, workflows, aiCalls);
  }

  /** Reads a method or constructor, whether or not it is traced. */
  TracedMethod read(ExecutableElement method, TypeElement type) {
    PackageElement from = elements.getPackageOf(type);
    List<AppliedAnnotation> applied = annotations.of(method, type);
    ExecutableElement declaring = annotations.declaring(method, type);
    ResolvedResult result = result(method, applied);
    PathScope scope =
        new PathScope(method, type, from, parameterNames(declaring), adviceTypes, result);
    List<Attribute> declared = attributes.read(declaring, applied, scope);
    List<SpanForm> forms =
        spans.read(
            applied,
            defaultSpanName(method, type),
            scope,
            declared.stream().map(Attribute::key).collect(Collectors.toSet()));
    MethodId id = ids.read(method, type);
    return new TracedMethod(
        new SourceLocation(method, null, null),
        id,
        body(method, type),
        result.result(),
        Stream.concat(forms.stream().flatMap(form -> form.paths().stream()), declared.stream())
            .toList(),
        contextParameters.read(declaring, scope),
        forms,
        applied.isEmpty() ? annotations.untracedReason(method, type) : UntracedReason.NO_ANNOTATION,
        inherited(method, applied, type),
        exclusions.read(method, id, applied));
  }

  private ResolvedResult result(ExecutableElement method, List<AppliedAnnotation> applied) {
    return applied.stream().anyMatch(each -> each.kind() == SpanAnnotation.AI_CALL)
        ? deferredResults.readOfAiCall(method, aiCalls.hasLazyResult(method))
        : deferredResults.read(
            method,
            applied.stream().anyMatch(SpanReader::hasLazyResult),
            applied.stream().anyMatch(each -> each.kind().isAgentCompatible()));
  }

  private static List<String> parameterNames(ExecutableElement method) {
    return method.getParameters().stream()
        .map(parameter -> parameter.getSimpleName().toString())
        .toList();
  }

  private static String defaultSpanName(ExecutableElement method, TypeElement type) {
    boolean constructor = method.getKind() == ElementKind.CONSTRUCTOR;
    return type.getSimpleName() + "." + (constructor ? "new" : method.getSimpleName());
  }

  private static Body body(ExecutableElement method, TypeElement type) {
    if (method.getModifiers().contains(Modifier.ABSTRACT)) {
      return type.getKind() == ElementKind.INTERFACE ? Body.INTERFACE : Body.ABSTRACT;
    }
    return method.getModifiers().contains(Modifier.NATIVE) ? Body.NATIVE : Body.JAVA;
  }

  /** Returns the origin of the first annotation that the weaver does not see on the method. */
  private Optional<TracedMethod.Inherited> inherited(
      ExecutableElement method, List<AppliedAnnotation> applied, TypeElement type) {
    return applied.stream()
        .filter(each -> !each.isDirect(method) || each.kind().isAgentCompatible())
        .map(each -> inherited(each, type))
        .findFirst();
  }

  private TracedMethod.Inherited inherited(AppliedAnnotation applied, TypeElement type) {
    TypeElement annotation = Annotations.typeOf(applied.written());
    Retention retention = annotation.getAnnotation(Retention.class);
    String holder =
        applied.holder() instanceof PackageElement packageElement
            ? packageElement.getQualifiedName() + ".package-info"
            : elements.getBinaryName(EnclosingTypes.find(applied.holder()).orElse(type)).toString();
    return new TracedMethod.Inherited(
        elements.getBinaryName(annotation).toString(),
        holder,
        retention == null || retention.value() != RetentionPolicy.SOURCE);
  }
}
