package io.spanloom.telemetry.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.trace.SpanKind;
import io.spanloom.telemetry.library.RecordedSdk;
import java.io.IOException;
import java.net.Authenticator;
import java.net.ConnectException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.api.Test;

final class TracedClientBuilderTest {

  @Test
  void configuresClient() throws Exception {
    Duration timeout = Duration.ofSeconds(7);
    Executor executor = command -> new Thread(command).start();
    CookieManager cookies = new CookieManager();
    ProxySelector proxies = ProxySelector.of(null);
    SSLContext tls = SSLContext.getDefault();
    SSLParameters parameters = new SSLParameters(new String[] {"TLS_AES_128_GCM_SHA256"});
    Authenticator authenticator = new Authenticator() {};

    HttpClient client =
        HttpClients.traced(HttpClient.newBuilder())
            .connectTimeout(timeout)
            .executor(executor)
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.ALWAYS)
            .version(HttpClient.Version.HTTP_1_1)
            .priority(5)
            .proxy(proxies)
            .sslContext(tls)
            .sslParameters(parameters)
            .authenticator(authenticator)
            .build();

    assertThat(client.connectTimeout()).contains(timeout);
    assertThat(client.executor()).contains(executor);
    assertThat(client.cookieHandler()).contains(cookies);
    assertThat(client.followRedirects()).isEqualTo(HttpClient.Redirect.ALWAYS);
    assertThat(client.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
    assertThat(client.proxy()).contains(proxies);
    assertThat(client.sslContext()).isSameAs(tls);
    assertThat(client.sslParameters().getCipherSuites()).containsExactly("TLS_AES_128_GCM_SHA256");
    assertThat(client.authenticator()).contains(authenticator);
  }

  @Test
  void builtClientsAreTraced() throws IOException {
    try (RecordedSdk recorded = new RecordedSdk()) {
      HttpClient client =
          new TracedClientBuilder(
                  HttpClient.newBuilder(),
                  each -> HttpClients.traced(each, uri -> false, recorded.sdk()))
              .build();
      HttpRequest request = HttpRequest.newBuilder(unusedAddress()).build();

      assertThatThrownBy(() -> client.send(request, BodyHandlers.discarding()))
          .isInstanceOf(ConnectException.class);
      assertThat(recorded.only(SpanKind.CLIENT).getName()).isEqualTo("GET");
    }
  }

  private static URI unusedAddress() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return URI.create("http://localhost:" + socket.getLocalPort());
    }
  }
}
