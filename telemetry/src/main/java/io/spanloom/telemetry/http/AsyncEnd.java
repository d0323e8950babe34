package io.spanloom.telemetry.http;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/** Ends the span of an asynchronous request. */
final class AsyncEnd implements AsyncListener {

  private final ServedRequest<HttpServletRequest, HttpServletResponse> served;
  private final HttpServletResponse response;
  private volatile @Nullable Throwable error;

  private AsyncEnd(
      ServedRequest<HttpServletRequest, HttpServletResponse> served, HttpServletResponse response) {
    this.served = served;
    this.response = response;
  }

  /**
   * Leaves the end to the container.
   *
   * @return whether there is an end to wait for
   */
  static boolean await(
      ServedRequest<HttpServletRequest, HttpServletResponse> served,
      HttpServletRequest request,
      HttpServletResponse response) {
    try {
      request.getAsyncContext().addListener(new AsyncEnd(served, response));
      return true;
    } catch (IllegalStateException completed) {
      return false;
    }
  }

  @Override
  public void onComplete(AsyncEvent event) {
    served.end(response, error);
  }

  /** The container completes the request after this, when it has set the status. */
  @Override
  public void onError(AsyncEvent event) {
    error = event.getThrowable();
  }

  @Override
  public void onTimeout(AsyncEvent event) {}

  /** A listener has to be added again each time. */
  @Override
  public void onStartAsync(AsyncEvent event) {
    event.getAsyncContext().addListener(this);
  }
}
