package io.spanloom.runtime.woven;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextStorage;
import io.opentelemetry.context.Scope;
import org.jspecify.annotations.Nullable;

/**
 * A context that is current on a thread while a task runs. Never throws.
 *
 * @param scope the scope to close, or null if the context could not be made current
 * @param before the context to restore, or null if it is unknown
 */
record AttachedContext(@Nullable Scope scope, @Nullable Context before) {

  private static final AttachedContext NONE = new AttachedContext(null, null);

  /** Makes a context current on this thread, until {@link #detach} is called. */
  static AttachedContext attach(Context context) {
    try {
      Context before = Context.current();
      Scope scope = ContextStorage.get().attach(context);
      return new AttachedContext(scope, before);
    } catch (Throwable failure) {
      TracingFailures.swallow("making a context current", failure);
      return NONE;
    }
  }

  /** Makes the former context current again, even if the task left scopes open. */
  void detach() {
    if (scope == null || before == null) {
      return;
    }
    try {
      scope.close();
    } catch (Throwable failure) {
      TracingFailures.swallow("closing a scope", failure);
    }
    try {
      if (Context.current() != before) {
        // The task left its own scope open, and a scope that is not current does not close.
        ContextStorage.get().attach(before);
      }
    } catch (Throwable failure) {
      TracingFailures.swallow("restoring a context", failure);
    }
  }
}
