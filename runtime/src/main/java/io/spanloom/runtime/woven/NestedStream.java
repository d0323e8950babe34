package io.spanloom.runtime.woven;

import io.spanloom.deferred.DeferredSpan;
import io.spanloom.deferred.DeferredStream;
import io.spanloom.deferred.StreamAdapter;
import io.spanloom.deferred.SubscriptionAdapter;
import io.spanloom.runtime.spi.CallListener.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * The span of a call whose result completes with a stream.
 *
 * @param span the span, which the stream ends
 * @param adapter traces the stream
 */
record NestedStream(DeferredSpan<Object> span, SubscriptionAdapter<Object, Object> adapter)
    implements DeferredStream {

  /** Ends a call with the stream in its result, and returns the result that delivers it. */
  static <R extends @Nullable Object> R trace(
      SpanSite site,
      R result,
      StreamAdapter<R> adapter,
      SubscriptionAdapter<Object, Object> stream,
      @Nullable ResultAttributes<Object> chunks) {
    try {
      ActiveCall call = site.pop();
      if (result != null && call != null && call.isObserved()) {
        NestedStream nested = new NestedStream(call.defer(chunks), stream);
        return PrivateFutures.add(site, trace(result, adapter, nested));
      }
      if (call != null) {
        call.end(Outcome.RETURNED, null);
      }
      return result != null && UnrecordedResult.isNeeded(site)
          ? PrivateFutures.add(
              site,
              adapter.trace(result, new NestedStream(new UnrecordedResult<>(site, null), stream)))
          : result;
    } catch (Throwable failure) {
      TracingFailures.swallow("ending a span", failure);
      return result;
    }
  }

  private static <R extends @Nullable Object> R trace(
      R result, StreamAdapter<R> adapter, NestedStream stream) {
    try {
      return adapter.trace(result, stream);
    } catch (Throwable failure) {
      TracingFailures.swallow("tracing a deferred result", failure);
      stream.complete();
      return result;
    }
  }

  @Override
  @SuppressWarnings("unchecked") // an adapter returns a stream of the type that it receives
  public <S extends @Nullable Object> S deliver(S stream) {
    try {
      if (stream != null) {
        if (span instanceof DeferredEnd<Object> end) {
          end.streamBegins();
        }
        return (S) adapter.trace(stream, subscriber -> span);
      }
    } catch (Throwable failure) {
      TracingFailures.swallow("tracing a deferred result", failure);
    }
    complete();
    return stream;
  }

  @Override
  public void fail(Throwable error) {
    span.fail(error);
  }

  @Override
  public void complete() {
    span.complete(null);
  }
}
