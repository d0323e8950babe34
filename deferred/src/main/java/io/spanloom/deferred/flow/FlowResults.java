package io.spanloom.deferred.flow;

import io.spanloom.deferred.DeferredSpans;
import java.util.concurrent.Flow.Publisher;

/** Traces the results of {@link java.util.concurrent.Flow}. */
public final class FlowResults {

  private FlowResults() {}

  /**
   * Returns a publisher that starts a span with each subscription.
   *
   * @param <T> the type of the values
   * @param result the result of a traced method
   * @param spans starts the spans
   * @return the traced result
   */
  public static <T> Publisher<T> publisher(Publisher<T> result, DeferredSpans<? super T> spans) {
    return new TracedPublisher<>(result, spans);
  }
}
