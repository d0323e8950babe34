package io.spanloom.processor.write;

import com.squareup.javapoet.AnnotationSpec;
import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.CodeBlock;
import com.squareup.javapoet.FieldSpec;
import com.squareup.javapoet.MethodSpec;
import com.squareup.javapoet.ParameterizedTypeName;
import com.squareup.javapoet.TypeName;
import com.squareup.javapoet.TypeSpec;
import com.squareup.javapoet.WildcardTypeName;
import io.spanloom.processor.model.Attribute;
import io.spanloom.processor.model.ResponseField;
import io.spanloom.processor.model.Result;
import io.spanloom.processor.model.Source;
import io.spanloom.processor.model.TracedMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** Writes the advice for a method that returned. */
final class EndWriter {

  private static final String RESULT = "result";
  private static final String SELF = "self";
  private static final TypeName STAGE =
      ParameterizedTypeName.get(
          ClassName.get(CompletionStage.class), WildcardTypeName.subtypeOf(Object.class));

  private final TracedMethod method;
  private final AspectNames names;
  private final PathMethods adders;
  private final List<Attribute> atEnd;

  EndWriter(TracedMethod method, AspectNames names, PathMethods adders) {
    this.method = method;
    this.names = names;
    this.adders = adders;
    this.atEnd = method.attributes().stream().filter(Attribute::atEnd).toList();
  }

  void addTo(TypeSpec.Builder aspect) {
    boolean completed = atEnd.stream().anyMatch(EndWriter::isCompleted);
    if (completed) {
      aspect.addField(resultAttributes());
    }
    aspect.addMethod(end());
    if (method.result() instanceof Result.Answer answer) {
      aspect.addMethod(read(answer));
    }
  }

  private static boolean isCompleted(Attribute attribute) {
    return root(attribute) instanceof Source.Result result && result.completed();
  }

  private static Source.Root root(Attribute attribute) {
    return ((Source.Path) attribute.source()).root();
  }

  private MethodSpec end() {
    TypeName result = resultType();
    TypeName self = selfType();
    MethodSpec.Builder end =
        MethodSpec.methodBuilder(names.end(method))
            .addAnnotation(afterReturning(result != null, self != null))
            .addModifiers(Modifier.PUBLIC);
    if (self != null) {
      end.addParameter(self, SELF);
    }
    if (result != null) {
      end.addParameter(result, RESULT);
    }
    addAnswer(end);
    addAttributes(end);
    return end.addStatement(endCall()).build();
  }

  private @Nullable TypeName resultType() {
    if (method.result() instanceof Result.Stage stage) {
      // With a parameter of a narrower type than the JVM sees, null would not reach the advice.
      return stage.hidden() ? ClassName.OBJECT : STAGE;
    }
    if (method.result() instanceof Result.Answer answer) {
      return answer.typeName();
    }
    return atEnd.stream()
        .map(EndWriter::root)
        .filter(Source.Result.class::isInstance)
        .map(PathWriter::rootType)
        .findFirst()
        .orElse(null);
  }

  private @Nullable TypeName selfType() {
    return atEnd.stream()
        .map(EndWriter::root)
        .filter(Source.This.class::isInstance)
        .map(PathWriter::rootType)
        .findFirst()
        .orElse(null);
  }

  private AnnotationSpec afterReturning(boolean result, boolean self) {
    AnnotationSpec.Builder advice = AnnotationSpec.builder(RuntimeTypes.AFTER_RETURNING);
    String pointcut = names.pointcut(method) + "()" + (self ? " && this(" + SELF + ")" : "");
    if (!result && !self) {
      return advice.addMember("value", "$S", pointcut).build();
    }
    List<String> argNames = new ArrayList<>();
    advice.addMember("pointcut", "$S", pointcut);
    if (self) {
      argNames.add(SELF);
    }
    if (result) {
      advice.addMember("returning", "$S", RESULT);
      argNames.add(RESULT);
    }
    return advice.addMember("argNames", "$S", String.join(", ", argNames)).build();
  }

  private void addAnswer(MethodSpec.Builder end) {
    if (method.result() instanceof Result.Answer) {
      end.addStatement("$T noted = $N.result()", RuntimeTypes.AI_RESULT, names.site(method))
          .beginControlFlow("if (noted != null && result != null)")
          .beginControlFlow("try")
          .addStatement("$N(result, noted)", names.read(method))
          .nextControlFlow("catch ($T failure)", Throwable.class)
          .addStatement("noted.unreadable(failure)")
          .endControlFlow()
          .endControlFlow();
    }
  }

  private void addAttributes(MethodSpec.Builder end) {
    List<Attribute> now = atEnd.stream().filter(attribute -> !isCompleted(attribute)).toList();
    if (now.isEmpty()) {
      return;
    }
    end.addStatement("$T end = $N.ending()", RuntimeTypes.SPAN_END, names.site(method))
        .beginControlFlow("if (end != null)");
    for (Attribute attribute : now) {
      end.addStatement(
          "$N(end, $N)",
          adders.of(attribute),
          root(attribute) instanceof Source.This ? SELF : RESULT);
    }
    end.endControlFlow();
  }

  private CodeBlock endCall() {
    String site = names.site(method);
    if (!(method.result() instanceof Result.Stage stage)) {
      return CodeBlock.of("$N.end()", site);
    }
    CodeBlock result =
        stage.hidden()
            ? CodeBlock.of(
                "result instanceof $T ? ($T) result : null", CompletionStage.class, STAGE)
            : CodeBlock.of("result");
    return atEnd.stream().anyMatch(EndWriter::isCompleted)
        ? CodeBlock.of("$N.end($L, $N)", site, result, names.result(method))
        : CodeBlock.of("$N.end($L)", site, result);
  }

  /** What a stage completes with is looked at when it does. */
  private FieldSpec resultAttributes() {
    TypeName type = ParameterizedTypeName.get(RuntimeTypes.RESULT_ATTRIBUTES, ClassName.OBJECT);
    MethodSpec.Builder read =
        MethodSpec.methodBuilder("read")
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PUBLIC)
            .addParameter(Object.class, RESULT)
            .addParameter(RuntimeTypes.SPAN_END, "end");
    for (Attribute attribute : atEnd) {
      if (isCompleted(attribute)) {
        TypeName value = PathWriter.rootType(root(attribute));
        read.addStatement(
            ClassName.OBJECT.equals(value) ? "$1N(end, result)" : "$1N(end, ($2T) result)",
            adders.of(attribute),
            value);
      }
    }
    return FieldSpec.builder(
            type, names.result(method), Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .initializer(
            "$L",
            TypeSpec.anonymousClassBuilder("").superclass(type).addMethod(read.build()).build())
        .build();
  }

  private MethodSpec read(Result.Answer answer) {
    MethodSpec.Builder read =
        MethodSpec.methodBuilder(names.read(method))
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .addParameter(answer.typeName(), RESULT)
            .addParameter(RuntimeTypes.AI_RESULT, "noted");
    for (ResponseField reading : answer.readings()) {
      ResponseField.Owner holder = reading.owner();
      if (holder == null) {
        read.addStatement("noted.$L($L)", reading.target(), calls(RESULT, reading));
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

  private static CodeBlock calls(String receiver, ResponseField reading) {
    return reading.accessors().stream()
        .map(accessor -> CodeBlock.of("$N.$N()", receiver, accessor))
        .collect(CodeBlock.joining(",$W"));
  }
}
