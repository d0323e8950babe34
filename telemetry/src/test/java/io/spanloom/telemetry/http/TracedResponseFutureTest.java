package io.spanloom.telemetry.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.spanloom.telemetry.library.RecordedSdk;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class TracedResponseFutureTest {

  private final RecordedSdk recorded = new RecordedSdk();
  private final HttpClient traced =
      HttpClients.traced(HttpClient.newHttpClient(), uri -> false, recorded.sdk());

  @Test
  void endsSpanBeforeDependentsRun() throws Exception {
    CountDownLatch dependentAdded = new CountDownLatch(1);
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          try {
            dependentAdded.await();
          } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
          }
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
    try {
      URI uri = URI.create("http://localhost:" + server.getAddress().getPort());
      CompletableFuture<SpanData> span =
          traced
              .sendAsync(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding())
              .thenApply(response -> recorded.only(SpanKind.CLIENT));
      dependentAdded.countDown();

      assertThat(span.get(1, TimeUnit.MINUTES).hasEnded()).isTrue();
    } finally {
      server.stop(0);
      recorded.close();
    }
  }
}
