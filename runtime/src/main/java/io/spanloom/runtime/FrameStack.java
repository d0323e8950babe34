package io.spanloom.runtime;

import io.opentelemetry.api.trace.Span;
import org.jspecify.annotations.Nullable;

/** The running calls of one thread that Spanloom has to end; used by that thread alone. */
final class FrameStack {

  /** So many running calls hardly ever are but in a recursion, which may end with the stack. */
  private static final int DEEP = 32;

  /**
   * Many more than the end of a call has, for compiled frames are smaller than interpreted ones.
   */
  private static final int ROOM = 128;

  private static final ThreadLocal<FrameStack> OF_THREAD = ThreadLocal.withInitial(FrameStack::new);

  private @Nullable Frame top;
  private int depth;

  private FrameStack() {}

  static FrameStack ofThread() {
    return OF_THREAD.get();
  }

  /**
   * Notes a call that makes nothing, where its end could be taken for the end of an outer call of
   * the same site.
   */
  void skip(Site site) {
    if (find(site) != null) {
      push(Frame.empty(site, this));
    }
  }

  /**
   * Takes note of the call that begins. A deep recursion makes sure of the stack that the end of
   * the call needs: where that would overflow, this does, and nothing has begun.
   */
  void push(Frame frame) {
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
  void remove(Frame frame) {
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
  @Nullable Span pop(Site site) {
    Frame frame = top;
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

  private void drop(Frame frame) {
    top = frame.below();
    depth--;
  }

  /** Returns the innermost frame of a site. */
  private @Nullable Frame find(Site site) {
    Frame frame = top;
    while (frame != null && frame.site != site) {
      frame = frame.below();
    }
    return frame;
  }

  /** Ends the spans of calls that are over, but had no stack left to say so. */
  private void abandonDownTo(Frame running) {
    while (top != null && top != running) {
      Frame over = top;
      drop(over);
      Span span = over.span();
      if (span != null) {
        over.site.abandoned(span);
      }
    }
  }

  /** Returns the span of the call that runs, or null where it has none. */
  @Nullable Span peek(Site site) {
    Frame frame = top;
    return frame != null && frame.site == site ? frame.span() : null;
  }
}
