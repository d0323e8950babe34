package io.spanloom.runtime.woven;

import io.opentelemetry.api.trace.Span;
import org.jspecify.annotations.Nullable;

/** The running calls of one thread that Spanloom has to end; used by that thread alone. */
final class ActiveCallStack {

  /** So many running calls hardly ever are but in a recursion, which may end with the stack. */
  private static final int DEEP = 32;

  /**
   * Many more than the end of a call has, for compiled frames are smaller than interpreted ones.
   */
  private static final int ROOM = 128;

  private static final ThreadLocal<ActiveCallStack> OF_THREAD =
      ThreadLocal.withInitial(ActiveCallStack::new);

  private @Nullable ActiveCall top;
  private int depth;

  private ActiveCallStack() {}

  static ActiveCallStack ofThread() {
    return OF_THREAD.get();
  }

  /**
   * Notes a call that makes nothing, where its end could be taken for the end of an outer call of
   * the same site.
   */
  void skip(TracedSite site) {
    if (find(site) != null) {
      push(ActiveCall.empty(site, this));
    }
  }

  /**
   * Takes note of the call that begins. A deep recursion makes sure of the stack that the end of
   * the call needs: where that would overflow, this does, and nothing has begun.
   */
  void push(ActiveCall frame) {
    if (depth >= DEEP) {
      descend(ROOM);
    }
    frame.site.hasFrame();
    frame.putOn(top);
    top = frame;
    depth++;
  }

  private static int descend(int levels) {
    return levels == 0 ? 0 : descend(levels - 1) + 1;
  }

  /** Forgets a call whose beginning failed. */
  void remove(ActiveCall frame) {
    if (top == frame) {
      drop(frame);
    }
  }

  /**
   * Takes the frame of the call that ends off the stack and makes its caller's context current
   * again, whatever the body left behind.
   *
   * @return the call's span, or null where it has none
   */
  @Nullable Span pop(TracedSite site) {
    ActiveCall frame = top;
    if (frame == null || frame.site != site) {
      frame = find(site);
      if (frame == null) {
        return null;
      }
      abandonDownTo(frame);
    }
    drop(frame);
    frame.leave();
    return frame.span();
  }

  private void drop(ActiveCall frame) {
    top = frame.below();
    depth--;
  }

  /** Returns the innermost frame of a site. */
  private @Nullable ActiveCall find(TracedSite site) {
    ActiveCall frame = top;
    while (frame != null && frame.site != site) {
      frame = frame.below();
    }
    return frame;
  }

  /** Ends the spans of calls that are over, but had no stack left to say so. */
  private void abandonDownTo(ActiveCall running) {
    while (top != null && top != running) {
      ActiveCall over = top;
      drop(over);
      Span span = over.span();
      if (span != null) {
        over.site.abandoned(span);
      }
    }
  }

  /** Returns the span of the call that runs, or null where it has none. */
  @Nullable Span peek(TracedSite site) {
    ActiveCall frame = top;
    return frame != null && frame.site == site ? frame.span() : null;
  }
}
