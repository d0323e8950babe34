package io.spanloom.telemetry.identity;

import io.opentelemetry.context.Context;
import io.opentelemetry.instrumentation.api.semconv.http.HttpServerRoute;
import io.opentelemetry.instrumentation.api.semconv.http.HttpServerRouteSource;
import io.spanloom.telemetry.identity.RequestIdentity.Kind;
import java.util.Optional;

/**
 * What the program says of the request that it is serving, on the thread that serves it or wherever
 * its context was taken along. Without effect where there is no request that {@link
 * io.spanloom.telemetry.http.ServletSpans} or {@link io.spanloom.telemetry.http.HttpServerSpans}
 * let in.
 */
public final class CurrentRequest {

  private CurrentRequest() {}

  /** Returns the request's id, or nothing outside of a request. */
  public static Optional<String> id() {
    return Optional.ofNullable(RequestIdentity.of(Context.current()))
        .map(identity -> identity.get(Kind.REQUEST));
  }

  /**
   * Says which user the request belongs to: {@code user.id} on the request's span and on all spans
   * that start from now on.
   *
   * @param id the user's id; at most 128 characters of it are kept
   */
  public static void user(String id) {
    set(Kind.USER, id);
  }

  /**
   * Says which session the request belongs to: {@code session.id}, with a digest of the id as its
   * value, on the request's span and on all spans that start from now on.
   *
   * @param id the session's id
   */
  public static void session(String id) {
    String digest = RequestIdentity.digest(id);
    if (digest != null) {
      set(Kind.SESSION, digest);
    }
  }

  /**
   * Says which route of a web framework serves the request: {@code http.route}, and with it the
   * name of the request's span.
   *
   * @param template a pattern of few values, such as {@code /orders/{id}}
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
