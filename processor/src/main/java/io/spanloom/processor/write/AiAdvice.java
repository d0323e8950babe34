package io.spanloom.processor.write;

import com.squareup.javapoet.MethodSpec;
import com.squareup.javapoet.TypeName;
import io.spanloom.processor.model.AiCall;
import io.spanloom.processor.model.AiField;
import io.spanloom.processor.model.AiNode;
import io.spanloom.processor.model.AiReading;
import io.spanloom.processor.model.AiStreaming;
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

  static Optional<AiStreaming.Handler> handler(TracedMethod method) {
    return call(method)
        .flatMap(call -> call.streaming().handler())
        .filter(handler -> response(method).isPresent());
  }

  /** Returns whether the value of a deferred result, or its chunks, contain the response. */
  static boolean readsDeferred(TracedMethod method) {
    return response(method)
        .filter(each -> each.source() == AiCall.ResponseSource.DEFERRED)
        .isPresent();
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
    Body body = new Body(read, target);
    reading.nodes().forEach(node -> body.addGuarded(node, object, isEvent(node)));
    return read.build();
  }

  /** Returns whether an object is read only if it is an event of a certain kind. */
  private static boolean isEvent(AiNode node) {
    return node instanceof AiNode.If || node instanceof AiNode.Cast;
  }

  /** Writes statements that pass values to a target. */
  private record Body(MethodSpec.Builder code, String target) {

    /**
     * Adds statements whose exception does not prevent those that follow.
     *
     * @param event whether the node leads to the content of an event, whose values are guarded each
     */
    void addGuarded(AiNode node, String from, boolean event) {
      code.beginControlFlow("try");
      add(node, from, event);
      code.nextControlFlow("catch ($T failure)", Throwable.class)
          .addStatement("$N.$L(failure)", target, AiField.failureMethod(node.fields().toList()))
          .endControlFlow();
    }

    private void add(AiNode node, String from, boolean event) {
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
        addAll(member.children(), member.variable(), event);
      } else if (node instanceof AiNode.Each each) {
        code.beginControlFlow("for ($T $N : $N)", each.type(), each.variable(), from);
        addAll(each.children(), each.variable(), event);
      } else if (node instanceof AiNode.Cast cast) {
        code.beginControlFlow("if ($N instanceof $T)", from, cast.type())
            .addStatement("$1T $2N = ($1T) $3N", cast.type(), cast.variable(), from);
        addAll(cast.children(), cast.variable(), event);
      } else if (node instanceof AiNode.If condition) {
        code.beginControlFlow("if ($N.$N())", from, condition.accessor());
        addAll(condition.children(), from, event);
      }
    }

    private void addAll(List<AiNode> nodes, String from, boolean event) {
      if (event && nodes.size() > 1) {
        nodes.forEach(node -> addGuarded(node, from, false));
      } else {
        nodes.forEach(node -> add(node, from, event));
      }
      code.endControlFlow();
    }
  }
}
