package io.spanloom.deferred.reactivestreams;

import io.spanloom.deferred.DeferredSpans;
import io.spanloom.deferred.reactor.ReactorResults;
import org.reactivestreams.Publisher;

/** Traces the results of Reactive Streams. */
public final class PublisherResults {

  private static final boolean REACTOR_IS_PRESENT = isReactorPresent();

  private PublisherResults() {}

  /**
   * Returns a publisher that starts a span with each subscription. A {@code Mono} or {@code Flux}
   * stays one, so that its subscribers still pass Reactor's context to it.
   *
   * @param <T> the type of the values
   * @param result the result of a traced method
   * @param spans starts the spans
   * @return the traced result
   */
  public static <T> Publisher<T> publisher(Publisher<T> result, DeferredSpans<? super T> spans) {
    return REACTOR_IS_PRESENT && ReactorResults.isReactive(result)
        ? ReactorResults.publisher(result, spans)
        : new TracedPublisher<>(result, spans);
  }

  private static boolean isReactorPresent() {
    try {
      return !ReactorResults.isReactive(PublisherResults.class);
    } catch (LinkageError absent) {
      return false;
    }
  }
}
