package io.spanloom.processor.write;

import com.squareup.javapoet.AnnotationSpec;
import com.squareup.javapoet.CodeBlock;
import com.squareup.javapoet.MethodSpec;
import com.squareup.javapoet.TypeSpec;
import io.spanloom.processor.model.AiStreaming;
import io.spanloom.processor.model.Attribute;
import io.spanloom.processor.model.AttributeSource;
import io.spanloom.processor.model.ContextParameter;
import io.spanloom.processor.model.TracedMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** Writes the pointcut of a method, and its advice before the body and after it fails. */
final class AdviceWriter {

  private static final String SELF = "self";

  private final TracedMethod method;
  private final AspectNames names;
  private final PathMethods pathMethods;
  private final BoundParameters bound;
  private final ParameterNames parameters;

  AdviceWriter(TracedMethod method, AspectNames names, PathMethods pathMethods) {
    this.method = method;
    this.names = names;
    this.pathMethods = pathMethods;
    this.bound = BoundParameters.of(method);
    this.parameters = new ParameterNames(bound.all(), names);
  }

  void addTo(TypeSpec.Builder aspect) {
    if (method.span().addsToCurrentSpan()) {
      aspect.addMethod(start());
      return;
    }
    aspect.addMethod(pointcut());
    aspect.addMethod(fail());
    aspect.addMethod(start());
    AiAdvice.request(method)
        .ifPresent(request -> aspect.addMethod(AiAdvice.read(names.request(method), request)));
    new EndWriter(method, names, pathMethods).addTo(aspect);
  }

  private MethodSpec pointcut() {
    return MethodSpec.methodBuilder(names.pointcut(method))
        .addAnnotation(
            OneLineAnnotations.annotation(RuntimeTypes.POINTCUT, CodeBlock.of("$S", execution())))
        .build();
  }

  private String execution() {
    return "execution(" + method.id().pattern() + ")";
  }

  private MethodSpec fail() {
    return MethodSpec.methodBuilder(names.fail(method))
        .addAnnotation(
            OneLineAnnotations.annotation(
                RuntimeTypes.AFTER_THROWING,
                CodeBlock.of(
                    "pointcut = $S, throwing = $S, argNames = $S",
                    names.pointcut(method) + "()",
                    "error",
                    "error")))
        .addModifiers(Modifier.PUBLIC)
        .addParameter(Throwable.class, "error")
        .addStatement("$N.fail(error)", names.site(method))
        .build();
  }

  private MethodSpec start() {
    MethodSpec.Builder start =
        MethodSpec.methodBuilder(names.start(method))
            .addModifiers(Modifier.PUBLIC)
            .addAnnotation(before());
    self().ifPresent(self -> start.addParameter(self.type(), SELF));
    bound
        .inAdvice()
        .forEach(parameter -> start.addParameter(parameter.type(), parameters.of(parameter)));
    if (method.span().addsToCurrentSpan()) {
      return addToCurrent(start);
    }
    if (setsUpSpan()) {
      begin(start);
    } else {
      start.addStatement("$N.start()", names.site(method));
    }
    AiAdvice.handler(method).ifPresent(handler -> replace(handler, start));
    return start.build();
  }

  private void begin(MethodSpec.Builder start) {
    start.addStatement(
        "$T start = $N.begin($L)", RuntimeTypes.SPAN_START, names.site(method), parent());
    start.beginControlFlow("if (start != null)");
    method.links().forEach(link -> addLink(start, link));
    method.attributes().stream()
        .filter(attribute -> !attribute.atEnd())
        .forEach(attribute -> addAttribute(start, attribute));
    AiAdvice.request(method)
        .ifPresent(
            request ->
                start.addStatement(
                    "$N($N, start.request())",
                    names.request(method),
                    parameters.of(request.parameter())));
    start.addStatement("start.enter()").endControlFlow();
  }

  /** Returns the handler that the method receives; the weaver stores it as the last argument. */
  private void replace(AiStreaming.Handler handler, MethodSpec.Builder start) {
    start
        .returns(handler.parameter().type())
        .addStatement(
            "return $N.$L($N, $T::$L, $N)",
            names.site(method),
            handler.endsSpan() ? "endWith" : "readFrom",
            parameters.of(handler.parameter()),
            handler.adapter().type().orElseThrow(),
            handler.adapter().method(),
            names.chunks(method));
  }

  /** Returns whether advice must do more than start a span with the site's constant attributes. */
  private boolean setsUpSpan() {
    return method.contextParameters().all().findAny().isPresent()
        || AiAdvice.request(method).isPresent()
        || method.attributes().stream()
            .anyMatch(each -> !each.atEnd() && each.source() instanceof AttributeSource.Path);
  }

  private MethodSpec addToCurrent(MethodSpec.Builder start) {
    start
        .addStatement("$1T start = $1T.ofCurrent()", RuntimeTypes.RECORDING_SPAN)
        .beginControlFlow("if (start != null)");
    method.attributes().forEach(attribute -> addAttribute(start, attribute));
    return start.endControlFlow().build();
  }

  private String parent() {
    return method.parents().stream()
        .map(parent -> parameters.of(parent.parameter()))
        .findFirst()
        .orElse("");
  }

  private void addLink(MethodSpec.Builder start, ContextParameter link) {
    String name = parameters.of(link.parameter());
    switch (link.form()) {
      case CONTEXT ->
          start.addStatement(
              "start.link($1N == null ? null : $2T.fromContext($1N).getSpanContext())",
              name,
              RuntimeTypes.SPAN);
      case SPAN_CONTEXTS -> start.addStatement("start.links($N)", name);
      default -> start.addStatement("start.link($N)", name);
    }
  }

  private void addAttribute(MethodSpec.Builder start, Attribute attribute) {
    if (!(attribute.source() instanceof AttributeSource.Path path)) {
      return;
    }
    if (PathWriter.isNeeded(attribute)) {
      if (path.root() instanceof AttributeSource.Parameter parameter) {
        start.addStatement(
            "$N(start, $N)", pathMethods.nameFor(attribute), parameters.of(parameter));
      } else if (path.root() instanceof AttributeSource.This) {
        start.addStatement("$N(start, $N)", pathMethods.nameFor(attribute), SELF);
      } else {
        start.addStatement("$N(start)", pathMethods.nameFor(attribute));
      }
    } else if (path.root() instanceof AttributeSource.Parameter parameter) {
      start.addStatement(
          "start.attribute($N, $L)",
          names.key(attribute.key(), attribute.keyType()),
          ValueWriter.write(attribute, parameters.of(parameter)));
    }
  }

  /** Returns the instance, if an attribute is read from it before the body. */
  private Optional<AttributeSource.This> self() {
    return method.attributes().stream()
        .filter(attribute -> !attribute.atEnd())
        .map(Attribute::source)
        .filter(AttributeSource.Path.class::isInstance)
        .map(source -> ((AttributeSource.Path) source).root())
        .filter(AttributeSource.This.class::isInstance)
        .map(AttributeSource.This.class::cast)
        .findFirst();
  }

  private AnnotationSpec before() {
    List<String> argNames = new ArrayList<>();
    String pointcut =
        method.span().addsToCurrentSpan() ? execution() : names.pointcut(method) + "()";
    if (self().isPresent()) {
      argNames.add(SELF);
      pointcut += " && this(" + SELF + ")";
    }
    if (!bound.all().isEmpty()) {
      bound.inAdvice().stream().map(parameters::of).forEach(argNames::add);
      pointcut += " && args(" + bound.arguments(parameters) + ")";
    }
    return OneLineAnnotations.annotation(
        RuntimeTypes.BEFORE,
        argNames.isEmpty()
            ? CodeBlock.of("$S", pointcut)
            : CodeBlock.of("value = $S, argNames = $S", pointcut, String.join(", ", argNames)));
  }
}
