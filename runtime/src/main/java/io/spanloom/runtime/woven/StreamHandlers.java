package io.spanloom.runtime.woven;

import io.opentelemetry.context.Context;
import io.spanloom.deferred.DeferredSpan;
import io.spanloom.deferred.SubscriptionAdapter;
import org.jspecify.annotations.Nullable;

/** Replaces the arguments that receive the chunks of a stream. */
final class StreamHandlers {

  private StreamHandlers() {}

  /**
   * Returns the handler that the body of the running call receives.
   *
   * @param ends whether the call ends with the handler, and not when the method returns
   */
  static <H extends @Nullable Object, T> H replace(
      TracedSite site,
      H handler,
      SubscriptionAdapter<H, T> adapter,
      ResultAttributes<? super T> attributes,
      boolean ends) {
    try {
      ActiveCall call = site.runningCall();
      AiResult ai = call == null ? null : AiContext.of(call);
      if (handler == null || call == null || ai == null || !call.isObserved()) {
        return handler != null && UnrecordedResult.isNeeded(site)
            ? adapter.trace(handler, subscriber -> new UnrecordedResult<>(site, null))
            : handler;
      }
      DeferredEnd<T> end = call.defer(attributes);
      DeferredSpan<T> span = ends ? end : new NonEndingSpan<>(end);
      H result = adapter.trace(handler, subscriber -> span);
      if (ends) {
        ai.endWith(end);
      }
      return result;
    } catch (Throwable failure) {
      TracingFailures.swallow("tracing a handler", failure);
      return handler;
    }
  }

  /** A span for which a handler reads chunks, and which it does not end. */
  private record NonEndingSpan<T>(DeferredEnd<T> end) implements DeferredSpan<T> {

    @Override
    public Context context() {
      return end.context();
    }

    @Override
    public boolean readsValues() {
      return end.readsValues();
    }

    @Override
    public void next(@Nullable T value) {
      end.next(value);
    }

    @Override
    public void complete(@Nullable T value) {
      end.readResponse(value);
    }

    @Override
    public void fail(Throwable error) {}

    @Override
    public void cancel() {}

    @Override
    public void abandon(long lastUseNanos) {}
  }
}
