package io.spanloom.deferred.mutiny;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.spanloom.deferred.DeferredSpans;

/** Traces the results of Mutiny. */
public final class MutinyResults {

  private MutinyResults() {}

  /**
   * Returns a {@code Uni} that starts a span with each subscription.
   *
   * @param <T> the type of the item
   * @param result the result of a traced method
   * @param spans starts the spans
   * @return the traced result
   */
  public static <T> Uni<T> uni(Uni<T> result, DeferredSpans<? super T> spans) {
    NearestSubscription.use();
    return Infrastructure.onUniCreation(new TracedUni<>(result, spans));
  }

  /**
   * Returns a {@code Multi} that starts a span with each subscription.
   *
   * @param <T> the type of the items
   * @param result the result of a traced method
   * @param spans starts the spans
   * @return the traced result
   */
  public static <T> Multi<T> multi(Multi<T> result, DeferredSpans<? super T> spans) {
    NearestSubscription.use();
    return Infrastructure.onMultiCreation(new TracedMulti<>(result, spans));
  }
}
