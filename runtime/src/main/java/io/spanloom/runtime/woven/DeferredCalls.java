package io.spanloom.runtime.woven;

import io.spanloom.deferred.CompletionAdapter;
import io.spanloom.deferred.DeferredSpan;
import io.spanloom.deferred.DeferredSpans;
import io.spanloom.deferred.SubscriptionAdapter;
import io.spanloom.runtime.spi.CallListener.Outcome;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Ends calls that return deferred results. */
final class DeferredCalls {

  private DeferredCalls() {}

  /** Observes a {@link CompletionStage}. */
  static <T> void observe(CompletionStage<? extends T> stage, DeferredSpan<T> span) {
    stage.whenComplete(
        (value, error) -> {
          if (error == null) {
            span.complete(value);
          } else {
            span.fail(error);
          }
        });
  }

  /** Ends a call that returned a result of any type, when it completes if it is a stage. */
  static void endWith(TracedSite site, @Nullable Object result) {
    if (result instanceof CompletionStage<?> stage) {
      site.end(stage);
    } else {
      site.end();
    }
  }

  /** Ends a call when its result completes, or now if the result is null. */
  static <R, T> void end(
      TracedSite site,
      @Nullable R result,
      CompletionAdapter<? super R, T> adapter,
      @Nullable ResultAttributes<? super T> attributes) {
    try {
      ActiveCall call = site.pop();
      if (result != null && call != null && call.isObserved()) {
        end(call, result, adapter, attributes);
        return;
      }
      if (call != null) {
        call.end(Outcome.RETURNED, null);
      }
      if (result != null && UnrecordedResult.isNeeded(site)) {
        adapter.observe(PrivateFutures.add(site, result), new UnrecordedResult<>(site, null));
      }
    } catch (Throwable failure) {
      TracingFailures.swallow("ending a span", failure);
    }
  }

  private static <R, T> void end(
      ActiveCall call,
      R result,
      CompletionAdapter<? super R, T> adapter,
      @Nullable ResultAttributes<? super T> attributes) {
    StreamSpan.streamReturned(call);
    DeferredEnd<T> end = call.defer(attributes);
    try {
      adapter.observe(PrivateFutures.add(call.site, result), end);
    } catch (Throwable failure) {
      TracingFailures.swallow("waiting for a deferred result", failure);
      end.unobservable();
    }
  }

  /** Ends a call whose result is traced for each subscription, and returns the traced result. */
  static <R extends @Nullable Object, T> R trace(
      TracedSite site,
      R result,
      SubscriptionAdapter<R, T> adapter,
      @Nullable ResultAttributes<? super T> attributes) {
    try {
      ActiveCall call = site.pop();
      if (result != null && call != null && call.isObserved()) {
        return trace(call, result, adapter, attributes);
      }
      if (call != null) {
        call.end(Outcome.RETURNED, null);
      }
      return result != null && UnrecordedResult.isNeeded(site)
          ? adapter.trace(result, subscriber -> new UnrecordedResult<>(site, subscriber))
          : result;
    } catch (Throwable failure) {
      TracingFailures.swallow("ending a span", failure);
      return result;
    }
  }

  private static <R extends @Nullable Object, T> R trace(
      ActiveCall call,
      R result,
      SubscriptionAdapter<R, T> adapter,
      @Nullable ResultAttributes<? super T> attributes) {
    StreamSpan.streamReturned(call);
    DeferredSpans<T> spans = call.spans(attributes);
    try {
      return adapter.trace(result, spans);
    } catch (Throwable failure) {
      TracingFailures.swallow("tracing a deferred result", failure);
      call.end(Outcome.RETURNED, null);
      return result;
    }
  }
}
