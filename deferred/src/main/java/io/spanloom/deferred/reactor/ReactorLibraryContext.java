package io.spanloom.deferred.reactor;

import io.opentelemetry.context.Context;
import io.opentelemetry.instrumentation.reactor.v3_1.ContextPropagationOperator;
import org.jspecify.annotations.Nullable;
import reactor.util.context.ContextView;

/** The context that OpenTelemetry's library for Reactor keeps in Reactor's context. */
final class ReactorLibraryContext {

  private ReactorLibraryContext() {}

  /** Returns true, or throws a {@link LinkageError} if the library is absent. */
  static boolean isPresent() {
    return ContextPropagationOperator.class.getName() != null;
  }

  /** Returns the library's context, or the given one if there is none. */
  static @Nullable Context read(ContextView subscriber, @Nullable Context own) {
    Context absent = own == null ? Context.root() : own;
    Context found =
        ContextPropagationOperator.getOpenTelemetryContextFromContextView(subscriber, absent);
    return found == absent ? own : found;
  }

  static reactor.util.context.Context write(
      reactor.util.context.Context subscriber, Context inside) {
    return ContextPropagationOperator.storeOpenTelemetryContext(subscriber, inside);
  }
}
