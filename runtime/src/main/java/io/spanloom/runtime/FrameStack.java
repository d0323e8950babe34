package io.spanloom.runtime;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/** The running calls of one thread that Spanloom has to end; used by that thread alone. */
final class FrameStack {

  private static final int ASK_EVERY = 64;
  private static final ThreadLocal<FrameStack> OF_THREAD = ThreadLocal.withInitial(FrameStack::new);

  private @Nullable Frame top;
  private int untilAsked;

  private FrameStack() {}

  static FrameStack ofThread() {
    return OF_THREAD.get();
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
   * Notes a call without a frame, so that its end is not taken for the end of an outer call of the
   * same site.
   */
  void skip(Site site) {
    Frame frame = top;
    if (frame != null && frame.site == site) {
      frame.skipped++;
    }
  }

  /** Makes a span current for the call that begins. */
  void push(Site site, Span span, Context caller) {
    Frame frame = new Frame(site, span, caller, top);
    try {
      top = frame;
      frame.enter();
    } catch (Throwable failure) {
      top = frame.below;
      frame.leave();
      throw failure;
    }
  }

  /** Notes a call whose span is already current and stays so. */
  void pushWithoutScope(Site site, Span span, Context caller) {
    Frame frame = new Frame(site, span, caller, top);
    frame.stay();
    top = frame;
  }

  /**
   * Takes the frame of the call that ends off the stack and makes its caller's context current
   * again, whatever the body left behind.
   *
   * @return the frame, or null where the call has none
   */
  @Nullable Frame pop(Site site) {
    Frame frame = top;
    if (frame == null || frame.site != site) {
      return null;
    }
    if (frame.skipped > 0) {
      frame.skipped--;
      return null;
    }
    top = frame.below;
    frame.leave();
    return frame;
  }

  /** Returns the frame of the call that runs, or null where it has none. */
  @Nullable Frame peek(Site site) {
    Frame frame = top;
    return frame != null && frame.site == site && frame.skipped == 0 ? frame : null;
  }
}
