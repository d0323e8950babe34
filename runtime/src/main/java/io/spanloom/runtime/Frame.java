package io.spanloom.runtime;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextStorage;
import io.opentelemetry.context.Scope;
import org.jspecify.annotations.Nullable;

/** One running call of a site: its span, its scope, and the frame of the call around it. */
final class Frame {

  final Site site;
  final Span span;
  final @Nullable Frame below;

  /** Calls of the same site that run inside this one and have no frame of their own. */
  int skipped;

  private final Context caller;
  private @Nullable Context own;
  private @Nullable Scope scope;

  Frame(Site site, Span span, Context caller, @Nullable Frame below) {
    this.site = site;
    this.span = span;
    this.caller = caller;
    this.below = below;
  }

  void enter() {
    Context context = caller.with(span);
    own = context;
    scope = ContextStorage.get().attach(context);
  }

  /** Keeps the caller's context. */
  void stay() {
    own = caller;
  }

  /** Makes the caller's context current again; without effect where the frame has no own. */
  void leave() {
    if (own == null) {
      return;
    }
    boolean undisturbed = Context.current() == own;
    if (scope != null) {
      try {
        scope.close();
      } catch (Throwable failure) {
        Failures.swallow("closing a scope", failure);
        undisturbed = false;
      }
    }
    if ((!undisturbed || scope == null) && Context.current() != caller) {
      // The body left a scope of its own open, and a scope that is not current does not close.
      ContextStorage.get().attach(caller);
    }
  }
}
