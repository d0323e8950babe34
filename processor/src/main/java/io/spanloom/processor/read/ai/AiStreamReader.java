package io.spanloom.processor.read.ai;

import io.spanloom.processor.model.AiCall;
import io.spanloom.processor.model.AiStreaming;
import io.spanloom.processor.model.Result;
import io.spanloom.processor.model.SourceLocation;
import io.spanloom.processor.read.path.PathScope;
import io.spanloom.processor.read.type.ResolvedResult;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Reads in which form the response of an AI call arrives: whole, later, or in chunks. */
final class AiStreamReader {

  private static final Set<String> ITERATIONS = Set.of("java.util.Iterator", "java.lang.Iterable");
  private static final Set<String> STAGES =
      Set.of("java.util.concurrent.CompletionStage", "java.util.concurrent.CompletableFuture");

  private final AiObjectReader objects;

  AiStreamReader(AiObjectReader objects) {
    this.objects = objects;
  }

  /**
   * The form of a response.
   *
   * @param source the origin of the response
   * @param type the type of the response, or of its chunks
   * @param chunks whether the type is that of chunks
   * @param handler the handler that receives the chunks, if any
   */
  record Form(
      AiCall.ResponseSource source,
      TypeMirror type,
      boolean chunks,
      Optional<AiHandlers.Entry> handler) {}

  /**
   * Returns the form of a method's response.
   *
   * @param scope the method
   * @param handlers whether a parameter may be a handler
   */
  Form form(PathScope scope, boolean handlers) {
    Optional<AiHandlers.Entry> handler = handlers ? handler(scope) : Optional.empty();
    AiCall.ResponseSource source = source(scope.result(), handler);
    @Nullable TypeMirror type =
        switch (source) {
          case HANDLER -> handler.map(entry -> objects.typeOf(entry.value())).orElse(null);
          case DEFERRED ->
              scope.result().element() == null ? scope.result().value() : scope.result().element();
          case RESULT -> null;
        };
    return new Form(
        source,
        type == null ? scope.method().getReturnType() : type,
        handler.isPresent() || scope.result().element() != null,
        handler);
  }

  private static AiCall.ResponseSource source(
      ResolvedResult result, Optional<AiHandlers.Entry> handler) {
    if (handler.isPresent()) {
      return AiCall.ResponseSource.HANDLER;
    }
    return result.value() == null && result.element() == null
        ? AiCall.ResponseSource.RESULT
        : AiCall.ResponseSource.DEFERRED;
  }

  /** Returns the first type in the table of handlers that a parameter has. */
  private Optional<AiHandlers.Entry> handler(PathScope scope) {
    return scope.parameterTypes().stream()
        .flatMap(
            type ->
                AiHandlers.TABLE.stream().filter(entry -> objects.isExactly(type, entry.type())))
        .findFirst();
  }

  /**
   * Returns what the model knows of the stream.
   *
   * @param form the form of the response
   * @param ownSpan the location of the member that sets a span for the stream, if it is set
   */
  AiStreaming streaming(PathScope scope, Form form, Optional<SourceLocation> ownSpan) {
    return new AiStreaming(
        form.handler().isPresent() || scope.result().streamed(),
        form.handler().map(entry -> parameter(entry, scope)),
        ownSpan,
        AiHandlers.UNREADABLE.stream()
            .filter(
                name ->
                    scope.parameterTypes().stream().anyMatch(type -> objects.isExactly(type, name)))
            .map(name -> name.substring(name.lastIndexOf('.') + 1))
            .findFirst(),
        Optional.ofNullable(scope.result().unobservedStream()));
  }

  private AiStreaming.Handler parameter(AiHandlers.Entry entry, PathScope scope) {
    List<TypeMirror> types = scope.parameterTypes();
    int index = 0;
    while (!objects.isExactly(types.get(index), entry.type())) {
      index++;
    }
    return new AiStreaming.Handler(
        scope.parameter(index),
        entry.adapter(),
        entry.endsSpan() && !(scope.result().result() instanceof Result.Deferred));
  }

  /**
   * Returns whether a result is consumed lazily: whether it is, or is a stage of, an iterator or
   * iterable over chunks.
   */
  boolean isLazy(TypeMirror result) {
    if (!(result instanceof DeclaredType type) || type.getTypeArguments().size() != 1) {
      return false;
    }
    TypeMirror argument = type.getTypeArguments().get(0);
    return isExactly(type, STAGES)
        ? isLazy(argument)
        : isExactly(type, ITERATIONS) && objects.find(AiChunks.TABLE, argument).isPresent();
  }

  private boolean isExactly(TypeMirror type, Set<String> names) {
    return names.stream().anyMatch(name -> objects.isExactly(type, name));
  }
}
