package io.spanloom.runtime;

import io.opentelemetry.api.trace.Span;
import org.jspecify.annotations.Nullable;

/** The running calls of one thread that Spanloom has to end; used by that thread alone. */
final class FrameStack {

  private static final ThreadLocal<FrameStack> OF_THREAD = ThreadLocal.withInitial(FrameStack::new);

  private @Nullable Frame top;

  private FrameStack() {}

  static FrameStack ofThread() {
    return OF_THREAD.get();
  }

  /**
   * Notes a call that makes nothing, where its end could be taken for the end of an outer call of
   * the same site.
   */
  void skip(Site site) {
    Frame frame = top;
    if (frame != null && frame.site == site) {
      push(Frame.empty(site, this));
    }
  }

  /** Takes note of the call that begins. */
  void push(Frame frame) {
    frame.site.hasFrame();
    frame.putOn(top);
    top = frame;
  }

  /** Forgets a call whose beginning failed. */
  void remove(Frame frame) {
    if (top == frame) {
      top = frame.below();
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
      return null;
    }
    top = frame.below();
    frame.leave();
    return frame.span();
  }

  /** Returns the span of the call that runs, or null where it has none. */
  @Nullable Span peek(Site site) {
    Frame frame = top;
    return frame != null && frame.site == site ? frame.span() : null;
  }
}
