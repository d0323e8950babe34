package io.spanloom.telemetry.http;

import io.opentelemetry.api.OpenTelemetry;
import io.spanloom.telemetry.library.InstrumentationFailures;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Spans of requests that the program sends, by the semantic conventions for HTTP. */
public final class HttpClients {

  private HttpClients() {}

  /**
   * Returns a client whose requests make CLIENT spans and carry the trace to the server. A span
   * ends when the body has been read as its handler wants it, and covers redirects that the client
   * follows by itself. Futures are those of the client. May be called before the SDK is started;
   * until then nothing is traced.
   *
   * @param client what sends the requests; closing the result closes it, but of {@code shutdown()}
   *     and the like, which clients have from Java 21 on, it learns nothing
   * @return a client for as many threads
   */
  public static HttpClient traced(HttpClient client) {
    return traced(client, uri -> false, null);
  }

  /**
   * Returns a client as {@link #traced(HttpClient)} does, which tells some servers in their baggage
   * who the current request belongs to. A client that follows redirects tells nobody, because the
   * JDK takes the baggage along to wherever it is sent.
   *
   * @param client what sends the requests; closing the result closes it
   * @param propagateIdentityTo whether an address is one's own
   * @return a client for as many threads
   */
  public static HttpClient traced(HttpClient client, Predicate<URI> propagateIdentityTo) {
    if (client.followRedirects() == HttpClient.Redirect.NEVER) {
      return traced(client, propagateIdentityTo, null);
    }
    InstrumentationFailures.say(
        "A client that follows redirects tells no server who a request belongs to: the JDK would"
            + " tell wherever it is redirected to as well.");
    return traced(client);
  }

  static HttpClient traced(
      HttpClient client, Predicate<URI> propagateIdentityTo, @Nullable OpenTelemetry given) {
    return new TracedHttpClient(client, new ClientSpans(propagateIdentityTo, given));
  }
}
