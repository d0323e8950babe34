package io.spanloom.deferred.mutiny;

import io.opentelemetry.context.Context;
import io.smallrye.mutiny.subscription.ContextSupport;
import io.spanloom.deferred.TracedSubscription;
import org.jspecify.annotations.Nullable;

/**
 * Finds the nearest traced subscription downstream of a subscriber.
 *
 * <p>Mutiny's own context cannot contain it: one mutable object is shared by the whole chain, and
 * so by the subscriptions to several traced results. But each operator asks the next one for that
 * object, so during a search the nearest traced subscription receives that question.
 */
final class NearestSubscription {

  /** The answer of a context that no operator looks into, because it ends a search. */
  private static final io.smallrye.mutiny.Context NO_CONTEXT = io.smallrye.mutiny.Context.empty();

  private static final ThreadLocal<@Nullable NearestSubscription> SEARCH = new ThreadLocal<>();

  /** Set with the first traced result, so that programs without any do not search. */
  private static volatile boolean used;

  private @Nullable TracedSubscription<?> found;

  private NearestSubscription() {}

  /** Enables the search. */
  static void use() {
    if (!used) {
      used = true;
    }
  }

  /** Returns the nearest traced subscription, or null if there is none. */
  static @Nullable TracedSubscription<?> of(Object subscriber) {
    if (!used || !(subscriber instanceof ContextSupport chain)) {
      return null;
    }
    if (chain instanceof TracedSubscriber inside) {
      return inside.subscription();
    }
    NearestSubscription search = new NearestSubscription();
    SEARCH.set(search);
    try {
      chain.context();
    } finally {
      SEARCH.set(null); // cheaper than remove(), after which the next search adds an entry
    }
    return search.found;
  }

  /** Returns the context of the nearest traced subscription, or null if there is none. */
  static @Nullable Context contextOf(Object subscriber) {
    TracedSubscription<?> nearest = of(subscriber);
    return nearest == null ? null : nearest.context();
  }

  /**
   * Ends a search that has reached a subscriber.
   *
   * @return the context to return to the searching operator, or null if none is searching
   */
  static io.smallrye.mutiny.@Nullable Context end(TracedSubscription<?> subscription) {
    NearestSubscription search = SEARCH.get();
    if (search == null) {
      return null;
    }
    search.found = subscription;
    return NO_CONTEXT;
  }
}
