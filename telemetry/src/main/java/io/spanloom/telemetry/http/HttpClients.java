package io.spanloom.telemetry.http;

import io.opentelemetry.api.OpenTelemetry;
import io.spanloom.telemetry.library.InstrumentationFailures;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Traces the requests of a JDK HTTP client, following the semantic conventions for HTTP. */
public final class HttpClients {

  private HttpClients() {}

  /**
   * Returns a client that starts a CLIENT span for each request and propagates the trace to the
   * server. The span ends when the body handler has completed, and covers the redirects that the
   * client follows. Asynchronous calls return the client's own future. May be called before the SDK
   * starts; requests are not traced until then.
   *
   * @param client the client that sends the requests; closing the returned client closes it, but
   *     {@code shutdown()} and the other methods added in Java 21 are not delegated
   * @return a thread-safe client
   */
  public static HttpClient traced(HttpClient client) {
    return traced(client, uri -> false, null);
  }

  /**
   * Returns a builder whose clients are traced as by {@link #traced(HttpClient)}, for libraries
   * that build the client themselves.
   *
   * @param builder the builder that configures the clients; set what Java 19 and later added, such
   *     as {@code localAddress}, on this builder
   * @return a builder, which is not thread-safe
   */
  public static HttpClient.Builder traced(HttpClient.Builder builder) {
    return new TracedClientBuilder(builder, HttpClients::traced);
  }

  /**
   * Returns a client as {@link #traced(HttpClient)} does, which also sends the current request's
   * identity as baggage to the servers that a predicate accepts. If the client follows redirects,
   * it sends no identity, because the JDK would also send the baggage to the redirect target; this
   * is logged.
   *
   * @param client the client that sends the requests; closing the returned client closes it
   * @param propagateIdentityTo whether a URI belongs to a trusted server
   * @return a thread-safe client
   */
  public static HttpClient traced(HttpClient client, Predicate<URI> propagateIdentityTo) {
    if (client.followRedirects() == HttpClient.Redirect.NEVER) {
      return traced(client, propagateIdentityTo, null);
    }
    InstrumentationFailures.warn(
        "An HttpClient that follows redirects does not propagate request identity, because the JDK"
            + " would also send it to the redirect target. To propagate it, build the client with"
            + " HttpClient.Redirect.NEVER.");
    return traced(client);
  }

  static HttpClient traced(
      HttpClient client,
      Predicate<URI> propagateIdentityTo,
      @Nullable OpenTelemetry openTelemetry) {
    return new TracedHttpClient(client, new ClientSpans(propagateIdentityTo, openTelemetry));
  }
}
