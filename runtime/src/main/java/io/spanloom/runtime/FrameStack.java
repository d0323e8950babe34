package io.spanloom.runtime;

import io.opentelemetry.api.trace.Span;
import org.jspecify.annotations.Nullable;

/** The running calls of one thread that Spanloom has to end; used by that thread alone. */
final class FrameStack {

  private static final int ASK_EVERY = 64;

  /** Many more than there are, for compiled frames are smaller than interpreted ones. */
  private static final int FRAMES_OF_AN_END = 64;

  private static final ThreadLocal<FrameStack> OF_THREAD = ThreadLocal.withInitial(FrameStack::new);

  private @Nullable Frame top;
  private int untilAsked;

  private FrameStack() {}

  static FrameStack ofThread() {
    return OF_THREAD.get();
  }

  /** Saves a second look where the first is known. */
  static FrameStack orOfThread(@Nullable FrameStack known) {
    return known == null ? ofThread() : known;
  }

  /** Returns whether it is this thread's turn to ask for the tracer. */
  boolean mustAsk() {
    if (--untilAsked >= 0) {
      return false;
    }
    untilAsked = ASK_EVERY - 1;
    return true;
  }

  /**
   * Notes a call that makes nothing, where its end could be taken for the end of an outer call of
   * the same site.
   */
  void skip(Site site) {
    if (find(site) != null) {
      pushWithRoom(Frame.empty(site, this));
    }
  }

  /**
   * Takes note of a call whose beginning needs less of the stack than its end: where the end would
   * overflow it, this does, and nothing has begun.
   */
  void pushWithRoom(Frame frame) {
    descend(FRAMES_OF_AN_END);
    push(frame);
  }

  private static int descend(int levels) {
    return levels == 0 ? 0 : descend(levels - 1) + 1;
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
      frame = find(site);
      if (frame == null) {
        return null;
      }
      abandonDownTo(frame);
    }
    top = frame.below();
    frame.leave();
    return frame.span();
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
      top = over.below();
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
