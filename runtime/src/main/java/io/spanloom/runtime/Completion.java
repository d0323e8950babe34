package io.spanloom.runtime;

import io.opentelemetry.api.trace.Span;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Ends a span when the stage that its method returned completes. */
final class Completion implements BiConsumer<@Nullable Object, @Nullable Throwable> {

  private final Site site;
  private final Span span;

  private Completion(Site site, Span span) {
    this.site = site;
    this.span = span;
  }

  static void register(CompletionStage<?> stage, Site site, Span span) {
    Completion completion = new Completion(site, span);
    try {
      stage.whenComplete(completion);
    } catch (Throwable failure) {
      // A stage of the program's own need not support callbacks; its span ends with the method.
      Failures.swallow("waiting for a stage", failure);
      completion.accept(null, null);
    }
  }

  @Override
  public void accept(@Nullable Object result, @Nullable Throwable error) {
    try {
      if (error == null) {
        site.succeeded(span);
        return;
      }
      Throwable cause = causeOf(error);
      if (cause instanceof CancellationException) {
        site.cancelled(span);
      } else {
        site.failed(span, cause);
      }
    } catch (Throwable failure) {
      Failures.swallow("ending a span", failure);
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
