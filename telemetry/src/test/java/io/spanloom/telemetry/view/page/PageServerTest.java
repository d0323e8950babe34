package io.spanloom.telemetry.view.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonParser;
import io.spanloom.support.LogCapture;
import io.spanloom.telemetry.view.trace.TestSpans;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PageServerTest {

  private final LogCapture logged = LogCapture.of("io.spanloom.telemetry");
  private final PageSpanExporter exporter =
      new PageSpanExporter(new PageSettings(null, 0), Duration.ZERO);
  private final URI address = Objects.requireNonNull(exporter.server()).address();

  @BeforeEach
  void exportTrace() {
    exporter.export(List.of(TestSpans.span(1, 1, 0, "root", 0, 1).build()));
  }

  @AfterEach
  void close() {
    exporter.shutdown();
    logged.close();
  }

  @Test
  void logsItsAddress() {
    assertThat(logged.lines()).containsExactly("INFO Serving traces at " + address);
    assertThat(address).hasHost("127.0.0.1");
  }

  @Test
  void servesPageWithPolicyAndWithoutData() throws IOException {
    assertThat(get("/", "localhost"))
        .startsWith("HTTP/1.1 200")
        .containsIgnoringCase("Content-Type: text/html; charset=utf-8")
        .contains("default-src 'none'", "frame-ancestors 'none'", "id=\"data\"></script>")
        .doesNotContain("\"root\"");
  }

  @Test
  void servesTracesSinceVersion() throws IOException {
    String all = body(get("/traces?run=none&since=0", "localhost"));
    String run = JsonParser.parseString(all).getAsJsonObject().get("run").getAsString();

    assertThat(all).contains("\"root\"");
    assertThat(body(get("/traces", "localhost"))).isEqualTo(all);
    assertThat(body(get("/traces?run=" + run + "&since=1", "localhost"))).contains("\"traces\":[]");
    assertThat(body(get("/traces?run=%22&since=-1", "localhost"))).isEqualTo(all);
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "localhost:80", "127.0.0.1:4321", "[::1]:4321"})
  void acceptsLocalHosts(String host) throws IOException {
    assertThat(get("/traces", host)).startsWith("HTTP/1.1 200");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"evil.example", "localhost.evil.example", "127.0.0.1.evil.example:80", "x"})
  void rejectsOtherHosts(String host) throws IOException {
    for (String path : List.of("/", "/traces")) {
      assertThat(get(path, host)).startsWith("HTTP/1.1 403").doesNotContain("\"root\"", "<script");
    }
  }

  @ParameterizedTest
  @CsvSource({"POST,405", "PUT,405", "DELETE,405", "OPTIONS,405", "HEAD,405"})
  void rejectsOtherMethodsThanGet(String method, int status) throws IOException {
    assertThat(request(method, "/traces", "localhost")).startsWith("HTTP/1.1 " + status);
  }

  @Test
  void rejectsOtherPaths() throws IOException {
    assertThat(get("/../../etc/passwd", "localhost")).startsWith("HTTP/1.1 404");
  }

  @Test
  void closesItsPortAtShutdown() {
    exporter.shutdown();

    assertThatThrownBy(() -> get("/", "localhost")).isInstanceOf(ConnectException.class);
  }

  private String get(String path, String host) throws IOException {
    return request("GET", path, host);
  }

  /** Uses a socket, because the JDK's client does not allow setting the Host header. */
  private String request(String method, String path, String host) throws IOException {
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      String request =
          method + " " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(UTF_8));
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }

  private static String body(String response) {
    return response.substring(response.indexOf("\r\n\r\n") + 4);
  }
}
