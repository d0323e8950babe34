package io.spanloom.runtime.woven;

import io.opentelemetry.api.trace.Span;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Ends a span when the stage that its method returned completes. */
final class Completion<T> implements BiConsumer<@Nullable T, @Nullable Throwable> {

  private final TracedSite site;
  private final Span span;
  private final @Nullable ResultAttributes<? super T> attributes;

  private Completion(TracedSite site, Span span, @Nullable ResultAttributes<? super T> attributes) {
    this.site = site;
    this.span = span;
    this.attributes = attributes;
  }

  static <T> void register(
      CompletionStage<? extends T> stage,
      TracedSite site,
      Span span,
      @Nullable ResultAttributes<? super T> attributes) {
    Completion<T> completion = new Completion<>(site, span, attributes);
    try {
      stage.whenComplete(completion);
    } catch (Throwable failure) {
      // A stage of the program's own need not support callbacks; its span ends with the method.
      TracingFailures.swallow("waiting for a stage", failure);
      completion.accept(null, null);
    }
  }

  @Override
  public void accept(@Nullable T result, @Nullable Throwable error) {
    try {
      if (error == null) {
        read(result);
        site.succeeded(span);
        return;
      }
      Throwable cause = causeOf(error);
      if (cause instanceof CancellationException) {
        site.cancelled(span, cause);
      } else {
        site.failed(span, cause);
      }
    } catch (Throwable failure) {
      TracingFailures.swallow("ending a span", failure);
    }
  }

  private void read(@Nullable T result) {
    try {
      if (attributes != null && result != null && span.isRecording()) {
        attributes.read(result, new RecordingSpan(span));
      }
    } catch (Throwable failure) {
      TracingFailures.swallow("reading a result", failure);
    }
  }

  private static Throwable causeOf(Throwable error) {
    Throwable result = error;
    while ((result instanceof CompletionException || result instanceof ExecutionException)
        && result.getCause() != null) {
      result = result.getCause();
    }
    return result;
  }
}
