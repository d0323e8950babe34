package io.spanloom.deferred.mutiny;

import io.spanloom.deferred.TracedSubscription;

/** A subscriber in the chain of a traced subscription. */
interface TracedSubscriber {

  /** Returns the traced subscription. */
  TracedSubscription<?> subscription();
}
