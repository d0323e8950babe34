package io.spanloom.processor.write;

import com.squareup.javapoet.MethodSpec;
import com.squareup.javapoet.TypeName;
import io.spanloom.processor.model.AiCall;
import io.spanloom.processor.model.AiField;
import io.spanloom.processor.model.AiNode;
import io.spanloom.processor.model.AiReading;
import io.spanloom.processor.model.TracedMethod;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/**
 * Writes the methods that read the request and the response of an AI call. Each value of the object
 * is read on its own, so that one that is unreadable does not hide the others.
 */
final class AiAdvice {

  private AiAdvice() {}

  static Optional<AiCall.Request> request(TracedMethod method) {
    return call(method)
        .flatMap(AiCall::request)
        .filter(request -> !request.reading().nodes().isEmpty());
  }

  static Optional<AiCall.Response> response(TracedMethod method) {
    return call(method)
        .flatMap(AiCall::response)
        .filter(response -> !response.reading().nodes().isEmpty());
  }

  private static Optional<AiCall> call(TracedMethod method) {
    return method.span() instanceof AiCall call ? Optional.of(call) : Optional.empty();
  }

  static MethodSpec read(String name, AiCall.Request request) {
    return read(name, request.reading(), "params", RuntimeTypes.AI_REQUEST, "request", true);
  }

  static MethodSpec read(String name, AiCall.Response response) {
    return read(name, response.reading(), "result", RuntimeTypes.AI_RESULT, "ai", false);
  }

  private static MethodSpec read(
      String name,
      AiReading reading,
      String object,
      TypeName targetType,
      String target,
      boolean nullable) {
    MethodSpec.Builder read =
        MethodSpec.methodBuilder(name)
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .addParameter(reading.type(), object)
            .addParameter(targetType, target);
    if (nullable) {
      read.beginControlFlow("if ($N == null)", object).addStatement("return").endControlFlow();
    }
    for (AiNode node : reading.nodes()) {
      read.beginControlFlow("try");
      new Body(read, target).add(node, object);
      read.nextControlFlow("catch ($T failure)", Throwable.class)
          .addStatement("$N.$L(failure)", target, AiField.failureMethod(node.fields().toList()))
          .endControlFlow();
    }
    return read.build();
  }

  /** Writes statements that pass values to a target. */
  private record Body(MethodSpec.Builder code, String target) {

    void add(AiNode node, String from) {
      if (node instanceof AiNode.Value value) {
        code.addStatement(
            value.optional() ? "$N.$N($N.$N().orElse(null))" : "$N.$N($N.$N())",
            target,
            value.field().method(),
            from,
            value.accessor());
      } else if (node instanceof AiNode.Count count) {
        code.addStatement("$N.$N(1)", target, count.field().method());
      } else if (node instanceof AiNode.Member member) {
        code.addStatement(
                member.optional() ? "$T $N = $N.$N().orElse(null)" : "$T $N = $N.$N()",
                member.type(),
                member.variable(),
                from,
                member.accessor())
            .beginControlFlow("if ($N != null)", member.variable());
        addAll(member.children(), member.variable());
      } else if (node instanceof AiNode.Each each) {
        code.beginControlFlow("for ($T $N : $N)", each.type(), each.variable(), from);
        addAll(each.children(), each.variable());
      } else if (node instanceof AiNode.Cast cast) {
        code.beginControlFlow("if ($N instanceof $T)", from, cast.type())
            .addStatement("$1T $2N = ($1T) $3N", cast.type(), cast.variable(), from);
        addAll(cast.children(), cast.variable());
      } else if (node instanceof AiNode.If condition) {
        code.beginControlFlow("if ($N.$N())", from, condition.accessor());
        addAll(condition.children(), from);
      }
    }

    private void addAll(List<AiNode> nodes, String from) {
      nodes.forEach(node -> add(node, from));
      code.endControlFlow();
    }
  }
}
