package io.spanloom.runtime.woven;

import io.spanloom.runtime.spi.CallListener.Outcome;
import org.jspecify.annotations.Nullable;

/** The active calls of one thread; used by that thread alone. */
final class ActiveCallStack {

  /** Call depth beyond which a recursion, and possibly a stack overflow, is likely. */
  private static final int PROBE_DEPTH = 32;

  /**
   * Frames to probe. The end of a call needs far fewer, but compiled frames are smaller than
   * interpreted ones.
   */
  private static final int PROBED_FRAMES = 128;

  private static final ThreadLocal<ActiveCallStack> OF_THREAD =
      ThreadLocal.withInitial(ActiveCallStack::new);

  private @Nullable ActiveCall top;
  private int depth;

  private ActiveCallStack() {}

  static ActiveCallStack ofCurrentThread() {
    return OF_THREAD.get();
  }

  /**
   * Pushes a call without effect if an outer call of the same site is active. Otherwise the end of
   * this call would be taken for the end of the outer one.
   */
  void pushIfNested(TracedSite site) {
    if (innermost(site) != null) {
      push(ActiveCall.withoutEffect(site, this));
    }
  }

  /**
   * Pushes a call that begins. In a deep recursion, it first makes sure that enough of the thread's
   * stack is left for the end of the call: if not, it overflows here, before anything has begun.
   */
  void push(ActiveCall call) {
    if (depth >= PROBE_DEPTH) {
      probe(PROBED_FRAMES);
    }
    call.site.noteActiveCall();
    call.setOuter(top);
    top = call;
    depth++;
  }

  private static int probe(int frames) {
    return frames == 0 ? 0 : probe(frames - 1) + 1;
  }

  /** Removes a call that failed to begin. */
  void remove(ActiveCall call) {
    if (top == call) {
      removeTop(call);
    }
  }

  /**
   * Removes the innermost call of a site, which ends, and makes its caller's context current again.
   *
   * @return the call, or null if the site has no active call
   */
  @Nullable ActiveCall pop(TracedSite site) {
    ActiveCall call = top;
    if (call == null || call.site != site) {
      call = innermost(site);
      if (call == null) {
        return null;
      }
      abandonInside(call);
    }
    removeTop(call);
    call.restoreContext();
    return call;
  }

  private void removeTop(ActiveCall call) {
    top = call.outer();
    depth--;
  }

  private @Nullable ActiveCall innermost(TracedSite site) {
    ActiveCall call = top;
    while (call != null && call.site != site) {
      call = call.outer();
    }
    return call;
  }

  /** Ends the calls inside the given one whose end was missed because of a stack overflow. */
  private void abandonInside(ActiveCall call) {
    while (top != null && top != call) {
      ActiveCall abandoned = top;
      removeTop(abandoned);
      abandoned.end(Outcome.CANCELLED, null);
    }
  }

  /** Returns the site's running call, or null if another site's call is the innermost. */
  @Nullable ActiveCall current(TracedSite site) {
    ActiveCall call = top;
    return call != null && call.site == site ? call : null;
  }
}
