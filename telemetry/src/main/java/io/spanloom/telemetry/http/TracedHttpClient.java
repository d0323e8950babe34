package io.spanloom.telemetry.http;

import io.opentelemetry.context.Scope;
import java.io.IOException;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.PushPromiseHandler;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/** Traces the requests of a client, and delegates everything else to it. */
final class TracedHttpClient extends HttpClient {

  private final HttpClient client;
  private final ClientSpans spans;

  TracedHttpClient(HttpClient client, ClientSpans spans) {
    this.client = client;
    this.spans = spans;
  }

  @Override
  public <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler)
      throws IOException, InterruptedException {
    ClientRequestSpan span = spans.start(request);
    if (span == null) {
      return client.send(request, handler);
    }
    Scope scope = span.context().makeCurrent();
    try {
      HttpResponse<T> response = client.send(span.tracedRequest(), handler);
      span.end(response, null);
      return response;
    } catch (Throwable error) {
      span.end(null, error);
      throw error;
    } finally {
      scope.close();
    }
  }

  @Override
  public <T> CompletableFuture<HttpResponse<T>> sendAsync(
      HttpRequest request, BodyHandler<T> handler) {
    return traced(request, tracedRequest -> client.sendAsync(tracedRequest, handler));
  }

  @Override
  public <T> CompletableFuture<HttpResponse<T>> sendAsync(
      HttpRequest request, BodyHandler<T> handler, PushPromiseHandler<T> pushes) {
    return traced(request, tracedRequest -> client.sendAsync(tracedRequest, handler, pushes));
  }

  private <T> CompletableFuture<HttpResponse<T>> traced(
      HttpRequest request, Function<HttpRequest, CompletableFuture<HttpResponse<T>>> send) {
    ClientRequestSpan span = spans.start(request);
    if (span == null) {
      return send.apply(request);
    }
    Scope scope = span.context().makeCurrent();
    try {
      CompletableFuture<HttpResponse<T>> exchange = send.apply(span.tracedRequest());
      if (exchange == null) { // a mocked client may return null
        span.end(null, null);
        return exchange;
      }
      return TracedResponseFuture.of(exchange, span);
    } catch (Throwable error) {
      span.end(null, error);
      throw error;
    } finally {
      scope.close();
    }
  }

  /** Overrides {@code HttpClient.close()} of Java 21, which does not exist at compile time. */
  public void close() {
    if (client instanceof AutoCloseable closeable) {
      try {
        closeable.close();
      } catch (RuntimeException error) {
        throw error;
      } catch (Exception checked) {
        throw new IllegalStateException(checked); // HttpClient.close() declares none
      }
    }
  }

  @Override
  public WebSocket.Builder newWebSocketBuilder() {
    return client.newWebSocketBuilder();
  }

  @Override
  public Optional<CookieHandler> cookieHandler() {
    return client.cookieHandler();
  }

  @Override
  public Optional<Duration> connectTimeout() {
    return client.connectTimeout();
  }

  @Override
  public Redirect followRedirects() {
    return client.followRedirects();
  }

  @Override
  public Optional<ProxySelector> proxy() {
    return client.proxy();
  }

  @Override
  public SSLContext sslContext() {
    return client.sslContext();
  }

  @Override
  public SSLParameters sslParameters() {
    return client.sslParameters();
  }

  @Override
  public Optional<Authenticator> authenticator() {
    return client.authenticator();
  }

  @Override
  public Version version() {
    return client.version();
  }

  @Override
  public Optional<Executor> executor() {
    return client.executor();
  }
}
