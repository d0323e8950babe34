package io.spanloom.processor.write;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import io.spanloom.processor.model.Attribute;
import io.spanloom.processor.model.Reading;
import io.spanloom.processor.model.Result;
import io.spanloom.processor.model.SpanForm;
import io.spanloom.processor.model.TracedMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Writes the pointcut and the advice of one method. */
final class AdviceWriter {

  private final TracedMethod method;
  private final AspectNames names;
  private final ParameterNames parameters;

  AdviceWriter(TracedMethod method, AspectNames names) {
    this.method = method;
    this.names = names;
    this.parameters = new ParameterNames(method, names);
  }

  void addTo(TypeSpec.Builder aspect) {
    aspect.addMethod(pointcut());
    aspect.addMethod(fail());
    aspect.addMethod(start());
    aspect.addMethod(end());
    if (method.result() instanceof Result.Answer answer) {
      aspect.addMethod(read(answer));
    }
  }

  private MethodSpec pointcut() {
    return MethodSpec.methodBuilder(names.pointcut(method))
        .addAnnotation(
            AnnotationSpec.builder(Names.POINTCUT)
                .addMember("value", "$S", "execution(" + method.pattern() + ")")
                .build())
        .build();
  }

  private MethodSpec fail() {
    return MethodSpec.methodBuilder(names.fail(method))
        .addAnnotation(
            AnnotationSpec.builder(Names.AFTER_THROWING)
                .addMember("pointcut", "$S", names.pointcut(method) + "()")
                .addMember("throwing", "$S", "error")
                .addMember("argNames", "$S", "error")
                .build())
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
    for (Attribute attribute : method.attributes()) {
      start.addParameter(attribute.typeName(), parameters.of(attribute));
    }
    if (method.span() instanceof SpanForm.Step step && step.events()) {
      return start.addStatement("$N.begin()", names.site(method)).build();
    }
    start.addStatement("$T start = $N.begin()", Names.SPAN_START, names.site(method));
    start.beginControlFlow("if (start != null)");
    for (Attribute attribute : method.attributes()) {
      start.addStatement(
          "start.attribute($N, $L)",
          names.key(attribute.key(), attribute.type().key()),
          ValueWriter.write(attribute.type(), parameters.of(attribute)));
    }
    return start.addStatement("start.enter()").endControlFlow().build();
  }

  private AnnotationSpec before() {
    AnnotationSpec.Builder before = AnnotationSpec.builder(Names.BEFORE);
    if (method.attributes().isEmpty()) {
      return before.addMember("value", "$S", names.pointcut(method) + "()").build();
    }
    String bound =
        method.attributes().stream().map(parameters::of).collect(Collectors.joining(", "));
    return before
        .addMember("value", "$S", names.pointcut(method) + "() && args(" + arguments() + ")")
        .addMember("argNames", "$S", bound)
        .build();
  }

  /** The parameters that become attributes by name, the others as wildcards. */
  private String arguments() {
    List<String> arguments = new ArrayList<>();
    for (int i = 0; i < method.leadingParameters(); i++) {
      arguments.add("*");
    }
    for (Attribute attribute : method.attributes()) {
      while (arguments.size() < method.leadingParameters() + attribute.index()) {
        arguments.add("*");
      }
      arguments.add(parameters.of(attribute));
    }
    if (arguments.size() < method.leadingParameters() + method.parameterCount()) {
      arguments.add("..");
    }
    return String.join(", ", arguments);
  }

  private MethodSpec end() {
    MethodSpec.Builder end =
        MethodSpec.methodBuilder(names.end(method)).addModifiers(Modifier.PUBLIC);
    if (method.result() instanceof Result.Stage result) {
      TypeName stage =
          ParameterizedTypeName.get(
              ClassName.get(CompletionStage.class), WildcardTypeName.subtypeOf(Object.class));
      end.addAnnotation(afterReturning());
      return result.hidden()
          // With a parameter of a narrower type than the JVM sees, null would not reach the advice.
          ? end.addParameter(Object.class, "result")
              .addStatement(
                  "$N.end(result instanceof $T ? ($T) result : null)",
                  names.site(method),
                  CompletionStage.class,
                  stage)
              .build()
          : end.addParameter(stage, "result")
              .addStatement("$N.end(result)", names.site(method))
              .build();
    }
    if (method.result() instanceof Result.Answer answer) {
      return end.addAnnotation(afterReturning())
          .addParameter(answer.typeName(), "result")
          .addStatement("$T noted = $N.result()", Names.AI_RESULT, names.site(method))
          .beginControlFlow("if (noted != null && result != null)")
          .beginControlFlow("try")
          .addStatement("$N(result, noted)", names.read(method))
          .nextControlFlow("catch ($T failure)", Throwable.class)
          .addStatement("noted.unreadable(failure)")
          .endControlFlow()
          .endControlFlow()
          .addStatement("$N.end()", names.site(method))
          .build();
    }
    return end.addAnnotation(
            AnnotationSpec.builder(Names.AFTER_RETURNING)
                .addMember("value", "$S", names.pointcut(method) + "()")
                .build())
        .addStatement("$N.end()", names.site(method))
        .build();
  }

  private AnnotationSpec afterReturning() {
    return AnnotationSpec.builder(Names.AFTER_RETURNING)
        .addMember("pointcut", "$S", names.pointcut(method) + "()")
        .addMember("returning", "$S", "result")
        .addMember("argNames", "$S", "result")
        .build();
  }

  private MethodSpec read(Result.Answer answer) {
    MethodSpec.Builder read =
        MethodSpec.methodBuilder(names.read(method))
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .addParameter(answer.typeName(), "result")
            .addParameter(Names.AI_RESULT, "noted");
    for (Reading reading : answer.readings()) {
      Reading.Holder holder = reading.holder();
      if (holder == null) {
        read.addStatement("noted.$L($L)", reading.target(), calls("result", reading));
      } else {
        read.addStatement(
                "$T $N = result.$L()", holder.type(), holder.accessor(), holder.accessor())
            .beginControlFlow("if ($N != null)", holder.accessor())
            .addStatement("noted.$L($L)", reading.target(), calls(holder.accessor(), reading))
            .endControlFlow();
      }
    }
    return read.build();
  }

  private static CodeBlock calls(String receiver, Reading reading) {
    return reading.accessors().stream()
        .map(accessor -> CodeBlock.of("$N.$N()", receiver, accessor))
        .collect(CodeBlock.joining(",$W"));
  }
}
