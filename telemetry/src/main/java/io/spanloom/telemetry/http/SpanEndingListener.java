package io.spanloom.telemetry.http;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/** Ends the span of an asynchronous request when the container completes the request. */
final class SpanEndingListener implements AsyncListener {

  private final ServerRequestSpan<HttpServletRequest, HttpServletResponse> span;
  private final HttpServletResponse response;
  private volatile @Nullable Throwable error;

  private SpanEndingListener(
      ServerRequestSpan<HttpServletRequest, HttpServletResponse> span,
      HttpServletResponse response) {
    this.span = span;
    this.response = response;
  }

  /**
   * Registers a listener with the container.
   *
   * @return whether the container will call it; false if the request is already complete
   */
  static boolean register(
      ServerRequestSpan<HttpServletRequest, HttpServletResponse> span,
      HttpServletRequest request,
      HttpServletResponse response) {
    try {
      request.getAsyncContext().addListener(new SpanEndingListener(span, response));
      return true;
    } catch (IllegalStateException completed) {
      return false;
    }
  }

  @Override
  public void onComplete(AsyncEvent event) {
    span.end(response, error);
  }

  /** Does not end the span yet: the container sets the status before it calls onComplete. */
  @Override
  public void onError(AsyncEvent event) {
    error = event.getThrowable();
  }

  @Override
  public void onTimeout(AsyncEvent event) {}

  /** Adds this listener again, because a new asynchronous cycle starts without listeners. */
  @Override
  public void onStartAsync(AsyncEvent event) {
    event.getAsyncContext().addListener(this);
  }
}
