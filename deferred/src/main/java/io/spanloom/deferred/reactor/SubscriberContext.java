package io.spanloom.deferred.reactor;

import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;
import reactor.util.context.ContextView;

/** OpenTelemetry's context inside Reactor's context. */
final class SubscriberContext {

  static final String KEY = "io.opentelemetry.context.Context";

  private SubscriberContext() {}

  /** Returns the context that a subscriber supplies, or null if it supplies none. */
  static @Nullable Context of(ContextView subscriber) {
    Object value = subscriber.getOrDefault(KEY, null);
    return value instanceof Context context ? context : null;
  }
}
