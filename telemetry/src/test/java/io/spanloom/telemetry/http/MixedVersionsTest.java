package io.spanloom.telemetry.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpContext;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.context.propagation.TextMapSetter;
import io.spanloom.support.LogCapture;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Incompatible versions of OpenTelemetry artifacts on one class path. */
final class MixedVersionsTest {

  private static final OpenTelemetry MIXED =
      new OpenTelemetry() {
        @Override
        public TracerProvider getTracerProvider() {
          return TracerProvider.noop();
        }

        @Override
        public ContextPropagators getPropagators() {
          return ContextPropagators.create(new MissingMethods());
        }
      };

  @Test
  void sendsAndHandlesRequestsDespiteMissingMethods() throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    HttpContext context =
        server.createContext(
            "/",
            exchange -> {
              exchange.sendResponseHeaders(204, -1);
              exchange.close();
            });
    context.getFilters().add(new HttpServerSpans(MIXED));
    server.start();
    URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    try (LogCapture log = LogCapture.of("io.spanloom.telemetry")) {
      HttpClient client = HttpClients.traced(HttpClient.newHttpClient(), uri -> false, MIXED);
      assertThat(
              client
                  .send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding())
                  .statusCode())
          .isEqualTo(204);
      assertThat(log.messages()).hasSize(2).allMatch(line -> line.contains("NoSuchMethodError"));
    } finally {
      server.stop(0);
    }
  }

  private static final class MissingMethods implements TextMapPropagator {

    @Override
    public Collection<String> fields() {
      return List.of();
    }

    @Override
    public <C> void inject(Context context, @Nullable C carrier, TextMapSetter<C> setter) {
      throw new NoSuchMethodError("inject");
    }

    @Override
    public <C> Context extract(Context context, @Nullable C carrier, TextMapGetter<C> getter) {
      throw new NoSuchMethodError("extract");
    }
  }
}
