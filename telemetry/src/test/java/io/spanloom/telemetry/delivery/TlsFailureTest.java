package io.spanloom.telemetry.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.trace.OtlpGrpcSpanExporter;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.spanloom.telemetry.delivery.ExportFailure.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLHandshakeException;
import mockwebserver3.MockWebServer;
import okhttp3.Protocol;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Connections to real TLS servers that the client or the server rejects. */
@Tag("slow")
final class TlsFailureTest {

  private static final String CLIENT_CERTIFICATE =
      "the server requires a client certificate that it trusts; set"
          + " OTEL_EXPORTER_OTLP_CLIENT_CERTIFICATE and OTEL_EXPORTER_OTLP_CLIENT_KEY";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"grpc", "http/protobuf"})
  void namesUntrustedCertificate(String protocol) throws Exception {
    TestCertificate server = TestCertificate.create(folder, "server", "ip:127.0.0.1");
    TestCertificate other = TestCertificate.create(folder, "other", "ip:127.0.0.1");

    assertThat(export(protocol, server, other, false))
        .isEqualTo(
            "the server's certificate is not issued by a trusted CA; set"
                + " OTEL_EXPORTER_OTLP_CERTIFICATE to the PEM file of its CA");
  }

  @ParameterizedTest
  @ValueSource(strings = {"grpc", "http/protobuf"})
  void namesCertificateOfOtherHost(String protocol) throws Exception {
    TestCertificate server = TestCertificate.create(folder, "server", "dns:other.example");

    assertThat(export(protocol, server, server, false))
        .isEqualTo("the server's certificate is issued for another host name");
  }

  @ParameterizedTest
  @ValueSource(strings = {"grpc", "http/protobuf"})
  void namesExpiredCertificate(String protocol) throws Exception {
    TestCertificate server = TestCertificate.createExpired(folder, "server", "ip:127.0.0.1");

    assertThat(export(protocol, server, server, false))
        .isEqualTo("the server's certificate has expired or is not valid yet");
  }

  /** With TLS 1.3, the client may see a closed connection before it reads the reason. */
  @ParameterizedTest
  @ValueSource(strings = {"grpc", "http/protobuf"})
  void suggestsMissingClientCertificate(String protocol) throws Exception {
    TestCertificate server = TestCertificate.create(folder, "server", "ip:127.0.0.1");

    assertThat(export(protocol, server, server, true)).isIn(CLIENT_CERTIFICATE, "connection lost");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bad_certificate", "certificate_required", "unknown_ca"})
  void namesMissingClientCertificate(String alert) {
    SSLHandshakeException rejected = new SSLHandshakeException("Received fatal alert: " + alert);
    IOException closed = new IOException("closed");
    closed.addSuppressed(rejected);

    for (IOException failure : List.of(rejected, closed, new IOException("lost", rejected))) {
      assertThat(ExportFailure.of(new FailedExport(failure)))
          .isEqualTo(new ExportFailure(Kind.PERMANENT, CLIENT_CERTIFICATE));
    }
    assertThat(
            ExportFailure.of(
                new FailedExport(
                    new SSLHandshakeException("Received fatal alert: bad_record_mac"))))
        .isEqualTo(new ExportFailure(Kind.PERMANENT, "TLS connection failed"));
  }

  /** The exporter's exception, whose cause is the failure. */
  private static final class FailedExport extends RuntimeException {

    private static final long serialVersionUID = 1;

    FailedExport(IOException cause) {
      super(cause);
    }
  }

  private static String export(
      String protocol, TestCertificate server, TestCertificate trusted, boolean clientAuth)
      throws IOException {
    SdkLogFilter.suppressExportMessages();
    MockWebServer web = new MockWebServer();
    web.setProtocols(List.of(Protocol.HTTP_2, Protocol.HTTP_1_1));
    web.useHttps(server.socketFactory());
    if (clientAuth) {
      web.requireClientAuth();
    }
    web.start(InetAddress.getLoopbackAddress(), 0);
    SpanExporter exporter = exporter(protocol, "https://127.0.0.1:" + web.getPort(), trusted);
    try {
      CompletableResultCode result = exporter.export(List.of()).join(30, TimeUnit.SECONDS);
      ExportFailure failure = ExportFailure.of(result.getFailureThrowable());
      assertThat(result.isSuccess()).isFalse();
      if (!clientAuth) {
        assertThat(failure.kind()).isEqualTo(Kind.PERMANENT);
      }
      return failure.description();
    } finally {
      exporter.shutdown();
      web.close();
    }
  }

  private static SpanExporter exporter(String protocol, String url, TestCertificate trusted) {
    return protocol.equals("grpc")
        ? OtlpGrpcSpanExporter.builder()
            .setEndpoint(url)
            .setTimeout(OtlpExporters.LONG)
            .setRetryPolicy(null)
            .setTrustedCertificates(trusted.pem())
            .build()
        : OtlpHttpSpanExporter.builder()
            .setEndpoint(url + "/v1/traces")
            .setTimeout(OtlpExporters.LONG)
            .setRetryPolicy(null)
            .setTrustedCertificates(trusted.pem())
            .build();
  }
}
