package io.spanloom.runtime.woven;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapSetter;

/** Writes the current context to carriers, and reads contexts from carriers. Never throws. */
final class HeaderPropagation {

  private HeaderPropagation() {}

  static <C> void inject(C carrier, TextMapSetter<C> setter) {
    try {
      TracerSource.lookUp()
          .propagators()
          .getTextMapPropagator()
          .inject(Context.current(), carrier, setter);
    } catch (Throwable failure) {
      TracingFailures.swallow("writing the context to a carrier", failure);
    }
  }

  /** Returns the current context, with the span and the baggage in the carrier, if any. */
  static <C> Context extract(C carrier, TextMapGetter<C> getter) {
    Context base = Context.current();
    try {
      return extract(TracerSource.lookUp(), base, carrier, getter);
    } catch (Throwable failure) {
      TracingFailures.swallow("looking up the propagators", failure);
      return base;
    }
  }

  /** Returns the base context, with the span and the baggage in the carrier, if any. */
  static <C> Context extract(
      TracerSource source, Context base, C carrier, TextMapGetter<C> getter) {
    try {
      return source.propagators().getTextMapPropagator().extract(base, carrier, getter);
    } catch (Throwable failure) {
      TracingFailures.swallow("reading the context from a carrier", failure);
      return base;
    }
  }
}
