package io.spanloom.telemetry.identity;

import io.opentelemetry.context.Context;
import io.opentelemetry.instrumentation.api.semconv.http.HttpServerRoute;
import io.opentelemetry.instrumentation.api.semconv.http.HttpServerRouteSource;
import io.spanloom.telemetry.identity.RequestIdentity.Kind;
import java.util.Map;
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
    run(Map.of(), handler);
  }

  /**
   * Runs the handler of a message as part of the request that sent it from another process, with
   * the IDs and attributes of that request.
   *
   * @param identity the result of {@link #identity} in the sender, which must be trusted, because
   *     any user ID is accepted; without a request ID, the request has a new one
   * @param handler the handler; its exceptions are rethrown unchanged
   */
  public static void run(Map<String, String> identity, Runnable handler) {
    RequestIdentity received = new RequestIdentity();
    received.set(Kind.REQUEST, UUID.randomUUID().toString());
    received.setAll(identity);
    received.storeIn(Context.current()).wrap(handler).run();
  }

  /**
   * Returns the IDs and attributes of the request, which a message carries to a process that
   * continues the request with {@link #run(Map, Runnable)}. The session ID is a digest.
   *
   * @return an immutable map from attribute keys to values, empty outside a request
   */
  public static Map<String, String> identity() {
    RequestIdentity identity = RequestIdentity.of(Context.current());
    return identity == null ? Map.of() : identity.values();
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
