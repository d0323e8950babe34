package io.spanloom.deferred.mutiny;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.ImplicitContextKeyed;

/** Marks the contexts of traced subscriptions, and all contexts inside them. */
final class SubscriptionMark implements ImplicitContextKeyed {

  static final SubscriptionMark MARK = new SubscriptionMark();

  private static final ContextKey<SubscriptionMark> KEY =
      ContextKey.named("spanloom-mutiny-subscription");

  private SubscriptionMark() {}

  @Override
  public Context storeInContext(Context context) {
    return context.get(KEY) == null ? context.with(KEY, this) : context;
  }

  static boolean isIn(Context context) {
    return context.get(KEY) != null;
  }
}
