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

/** A client whose requests make spans; everything else is the client's that it wraps. */
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
    SentRequest sent = spans.start(request);
    if (sent == null) {
      return client.send(request, handler);
    }
    Scope scope = sent.context().makeCurrent();
    try {
      HttpResponse<T> response = client.send(sent.carrying(), handler);
      sent.end(response, null);
      return response;
    } catch (Throwable error) {
      sent.end(null, error);
      throw error;
    } finally {
      scope.close();
    }
  }

  @Override
  public <T> CompletableFuture<HttpResponse<T>> sendAsync(
      HttpRequest request, BodyHandler<T> handler) {
    return traced(request, carrying -> client.sendAsync(carrying, handler));
  }

  @Override
  public <T> CompletableFuture<HttpResponse<T>> sendAsync(
      HttpRequest request, BodyHandler<T> handler, PushPromiseHandler<T> pushes) {
    return traced(request, carrying -> client.sendAsync(carrying, handler, pushes));
  }

  /** The client's own future is returned: it alone can cancel the exchange. */
  private <T> CompletableFuture<HttpResponse<T>> traced(
      HttpRequest request, Function<HttpRequest, CompletableFuture<HttpResponse<T>>> sending) {
    SentRequest sent = spans.start(request);
    if (sent == null) {
      return sending.apply(request);
    }
    Scope scope = sent.context().makeCurrent();
    try {
      CompletableFuture<HttpResponse<T>> future = sending.apply(sent.carrying());
      sent.endWith(future);
      return future;
    } catch (Throwable error) {
      sent.end(null, error);
      throw error;
    } finally {
      scope.close();
    }
  }

  /** Overrides what clients have from Java 21 on, which this is not compiled for. */
  public void close() {
    if (client instanceof AutoCloseable closeable) {
      try {
        closeable.close();
      } catch (RuntimeException error) {
        throw error;
      } catch (Exception checked) {
        throw new IllegalStateException(checked); // a client's own throws none
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
