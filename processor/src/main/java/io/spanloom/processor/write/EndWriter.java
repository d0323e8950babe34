package io.spanloom.processor.write;

import com.squareup.javapoet.AnnotationSpec;
import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.CodeBlock;
import com.squareup.javapoet.FieldSpec;
import com.squareup.javapoet.MethodSpec;
import com.squareup.javapoet.ParameterizedTypeName;
import com.squareup.javapoet.TypeName;
import com.squareup.javapoet.TypeSpec;
import io.spanloom.processor.model.AiCall;
import io.spanloom.processor.model.Attribute;
import io.spanloom.processor.model.AttributeSource;
import io.spanloom.processor.model.DeferredAdapter;
import io.spanloom.processor.model.Result;
import io.spanloom.processor.model.TracedMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** Writes the advice that runs after a method returned. */
final class EndWriter {

  private static final String RESULT = "result";
  private static final String SELF = "self";

  private final TracedMethod method;
  private final AspectNames names;
  private final PathMethods pathMethods;
  private final List<Attribute> atEnd;
  private final Optional<AiCall.Response> response;

  EndWriter(TracedMethod method, AspectNames names, PathMethods pathMethods) {
    this.method = method;
    this.names = names;
    this.pathMethods = pathMethods;
    this.atEnd = method.attributes().stream().filter(Attribute::atEnd).toList();
    this.response = AiAdvice.response(method);
  }

  void addTo(TypeSpec.Builder aspect) {
    if (readsCompletedValue()) {
      aspect.addField(reader(names.result(method), true, AiAdvice.readsDeferred(method)));
    }
    if (isSource(AiCall.ResponseSource.HANDLER)) {
      aspect.addField(reader(names.chunks(method), false, true));
    }
    aspect.addMethod(end());
    response.ifPresent(each -> aspect.addMethod(AiAdvice.read(names.response(method), each)));
  }

  private boolean readsCompletedValue() {
    return atEnd.stream().anyMatch(EndWriter::isCompletedValue) || AiAdvice.readsDeferred(method);
  }

  private boolean isSource(AiCall.ResponseSource source) {
    return response.filter(each -> each.source() == source).isPresent();
  }

  private static boolean isCompletedValue(Attribute attribute) {
    return root(attribute) instanceof AttributeSource.Result result && result.completed();
  }

  private static AttributeSource.Root root(Attribute attribute) {
    return ((AttributeSource.Path) attribute.source()).root();
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
    addAiResponse(end);
    addAttributes(end);
    if (result != null && replacesResult()) {
      end.returns(result);
      return end.addStatement("return $L", endCall()).build();
    }
    return end.addStatement(endCall()).build();
  }

  private boolean replacesResult() {
    return method.result() instanceof Result.Deferred deferred
        && deferred.adapter().replacesResult();
  }

  private @Nullable TypeName resultType() {
    if (method.result() instanceof Result.Deferred deferred) {
      // AspectJ skips advice whose parameter is narrower than the JVM's type if the result is null.
      return deferred.erased() ? ClassName.OBJECT : deferred.type();
    }
    return atEnd.stream()
        .map(EndWriter::root)
        .filter(AttributeSource.Result.class::isInstance)
        .map(AttributeSource.Root::type)
        .findFirst()
        .orElse(
            isSource(AiCall.ResponseSource.RESULT)
                ? response.map(each -> each.reading().type()).orElse(null)
                : null);
  }

  private @Nullable TypeName selfType() {
    return atEnd.stream()
        .map(EndWriter::root)
        .filter(AttributeSource.This.class::isInstance)
        .map(AttributeSource.Root::type)
        .findFirst()
        .orElse(null);
  }

  private AnnotationSpec afterReturning(boolean result, boolean self) {
    String pointcut = names.pointcut(method) + "()" + (self ? " && this(" + SELF + ")" : "");
    if (!result && !self) {
      return OneLineAnnotations.annotation(
          RuntimeTypes.AFTER_RETURNING, CodeBlock.of("$S", pointcut));
    }
    List<String> argNames = new ArrayList<>();
    CodeBlock.Builder members = CodeBlock.builder().add("pointcut = $S, ", pointcut);
    if (self) {
      argNames.add(SELF);
    }
    if (result) {
      members.add("returning = $S, ", RESULT);
      argNames.add(RESULT);
    }
    members.add("argNames = $S", String.join(", ", argNames));
    return OneLineAnnotations.annotation(RuntimeTypes.AFTER_RETURNING, members.build());
  }

  private void addAiResponse(MethodSpec.Builder end) {
    if (isSource(AiCall.ResponseSource.RESULT)) {
      end.addStatement("$T ai = $N.result()", RuntimeTypes.AI_RESULT, names.site(method))
          .beginControlFlow("if (ai != null && result != null)")
          .addStatement("$N(result, ai)", names.response(method))
          .endControlFlow();
    }
  }

  private void addAttributes(MethodSpec.Builder end) {
    List<Attribute> onReturn =
        atEnd.stream().filter(attribute -> !isCompletedValue(attribute)).toList();
    if (onReturn.isEmpty()) {
      return;
    }
    end.addStatement("$T end = $N.ending()", RuntimeTypes.RECORDING_SPAN, names.site(method))
        .beginControlFlow("if (end != null)");
    for (Attribute attribute : onReturn) {
      end.addStatement(
          "$N(end, $N)",
          pathMethods.nameFor(attribute),
          root(attribute) instanceof AttributeSource.This ? SELF : RESULT);
    }
    end.endControlFlow();
  }

  private CodeBlock endCall() {
    String site = names.site(method);
    if (!(method.result() instanceof Result.Deferred deferred)) {
      return CodeBlock.of("$N.end()", site);
    }
    CodeBlock result =
        deferred.erased()
            ? CodeBlock.of(
                "result instanceof $T ? ($T) result : null", rawType(deferred), deferred.type())
            : CodeBlock.of("result");
    CodeBlock.Builder arguments = CodeBlock.builder().add(result);
    DeferredAdapter adapter = deferred.adapter();
    adapter.type().ifPresent(type -> arguments.add(", $T::$L", type, adapter.method()));
    deferred.stream().ifPresent(stream -> arguments.add(", $L", trace(stream)));
    if (readsCompletedValue()) {
      arguments.add(", $N", names.result(method));
    }
    return CodeBlock.of("$N.$L($L)", site, endMethod(adapter), arguments.build());
  }

  /** Returns the method of the runtime's site that ends a call with a deferred result. */
  private static String endMethod(DeferredAdapter adapter) {
    return switch (adapter.observation()) {
      case STAGE -> "end";
      case CALLBACK -> "endWhen";
      case REPLACEMENT, SUBSCRIPTION -> "trace";
      case NESTED_STREAM -> "traceStream";
    };
  }

  /** Writes a function that traces a stream inside a deferred result. */
  private static CodeBlock trace(Result.NestedStream stream) {
    return CodeBlock.of(
        "(stream, spans) -> $T.$L(($T) stream, spans)",
        stream.adapter().type().orElseThrow(),
        stream.adapter().method(),
        stream.type());
  }

  private static TypeName rawType(Result.Deferred deferred) {
    return deferred.type() instanceof ParameterizedTypeName generic
        ? generic.rawType
        : deferred.type();
  }

  /** Writes an object that reads from the value of a deferred result, or from chunks. */
  private FieldSpec reader(String name, boolean attributes, boolean responses) {
    TypeName type = ParameterizedTypeName.get(RuntimeTypes.RESULT_ATTRIBUTES, ClassName.OBJECT);
    TypeSpec.Builder reader = TypeSpec.anonymousClassBuilder("").superclass(type);
    MethodSpec.Builder read = readMethod("read").addParameter(RuntimeTypes.RECORDING_SPAN, "end");
    for (Attribute attribute : atEnd) {
      if (attributes && isCompletedValue(attribute)) {
        read.addStatement(
            "$N(end, $L)", pathMethods.nameFor(attribute), cast(root(attribute).type()));
      }
    }
    reader.addMethod(read.build());
    if (responses && response.isPresent()) {
      reader.addMethod(
          readMethod("readResponse")
              .addParameter(RuntimeTypes.AI_RESULT, "ai")
              .addStatement(
                  "$N($L, ai)", names.response(method), cast(response.get().reading().type()))
              .build());
    }
    return FieldSpec.builder(type, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .initializer("$L", reader.build())
        .build();
  }

  private static MethodSpec.Builder readMethod(String name) {
    return MethodSpec.methodBuilder(name)
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .addParameter(Object.class, RESULT);
  }

  private static CodeBlock cast(@Nullable TypeName type) {
    return type == null || ClassName.OBJECT.equals(type)
        ? CodeBlock.of(RESULT)
        : CodeBlock.of("($T) result", type);
  }
}
