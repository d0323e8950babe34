package io.spanloom.deferred.mutiny;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;

/** Marks the contexts of traced subscriptions, and all contexts inside them. */
final class SubscriptionMark {

  private static final ContextKey<Boolean> KEY = ContextKey.named("spanloom-mutiny-subscription");

  private SubscriptionMark() {}

  static Context addTo(Context context) {
    return isIn(context) ? context : context.with(KEY, true);
  }

  static boolean isIn(Context context) {
    return context.get(KEY) != null;
  }
}
