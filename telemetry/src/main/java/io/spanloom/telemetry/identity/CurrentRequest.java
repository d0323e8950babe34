package io.spanloom.telemetry.identity;

import io.opentelemetry.context.Context;
import io.opentelemetry.instrumentation.api.semconv.http.HttpServerRoute;
import io.opentelemetry.instrumentation.api.semconv.http.HttpServerRouteSource;
import io.spanloom.telemetry.identity.RequestIdentity.Kind;
import java.util.Optional;
import java.util.UUID;

/**
 * The identity of the request in the current context. It exists while {@link
 * io.spanloom.telemetry.http.ServletSpans} or {@link io.spanloom.telemetry.http.HttpServerSpans}
 * handles a request, and inside {@link #run}, on each thread to which the context is propagated;
 * outside a request, these methods have no effect. Thread-safe.
 */
public final class CurrentRequest {

  private CurrentRequest() {}

  /**
   * Runs the handler of a message that did not arrive over HTTP, such as a socket message, as a
   * request with a new request ID. The IDs and attributes that the handler sets belong to this
   * request, even if the handler runs inside another one.
   *
   * @param handler the handler; its exceptions are rethrown unchanged
   */
  public static void run(Runnable handler) {
    RequestIdentity identity = new RequestIdentity();
    identity.set(Kind.REQUEST, UUID.randomUUID().toString());
    identity.storeIn(Context.current()).wrap(handler).run();
  }

  /** Returns the request ID, or empty outside a request. */
  public static Optional<String> id() {
    return Optional.ofNullable(RequestIdentity.of(Context.current()))
        .map(identity -> identity.get(Kind.REQUEST));
  }

  /**
   * Sets {@code user.id} on the request's span and on all spans that start later in the request.
   *
   * @param id the user ID, truncated to 128 characters
   */
  public static void user(String id) {
    set(Kind.USER, id);
  }

  /**
   * Sets {@code session.id} to a digest of the session ID, on the request's span and on all spans
   * that start later in the request.
   *
   * @param id the session ID
   */
  public static void session(String id) {
    String digest = RequestIdentity.digest(id);
    if (digest != null) {
      set(Kind.SESSION, digest);
    }
  }

  /**
   * Sets an attribute on the request's span and on all spans that start later in the request, such
   * as the room of a chat message. No more than 16 attributes are kept.
   *
   * @param key the attribute's key, a constant
   * @param value the value, truncated to 128 characters
   */
  public static void attribute(String key, String value) {
    RequestIdentity identity = RequestIdentity.of(Context.current());
    if (identity != null) {
      identity.attribute(key, value);
    }
  }

  /**
   * Sets {@code http.route} and thereby the name of the request's span.
   *
   * @param template the low-cardinality route of the web framework, such as {@code /orders/{id}}
   */
  public static void route(String template) {
    HttpServerRoute.update(Context.current(), HttpServerRouteSource.CONTROLLER, template);
  }

  private static void set(Kind kind, String id) {
    RequestIdentity identity = RequestIdentity.of(Context.current());
    if (identity != null) {
      identity.set(kind, id);
    }
  }
}
