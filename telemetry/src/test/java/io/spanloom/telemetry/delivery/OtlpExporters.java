package io.spanloom.telemetry.delivery;

import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.trace.OtlpGrpcSpanExporter;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.spanloom.telemetry.settings.OtlpEndpoint;
import java.time.Duration;

/** OTLP exporters as {@link SpanDelivery} configures them, except for the timeout. */
final class OtlpExporters {

  /** A timeout for servers that do not respond. */
  static final Duration SHORT = Duration.ofMillis(500);

  /** A timeout for servers that respond, even on a loaded machine. */
  static final Duration LONG = Duration.ofSeconds(30);

  private OtlpExporters() {}

  static SpanExporter withoutRetries(String url, String protocol, Duration timeout) {
    SdkLogFilter.suppressExportMessages();
    return protocol.equals("grpc")
        ? OtlpGrpcSpanExporter.builder()
            .setEndpoint(url)
            .setTimeout(timeout)
            .setRetryPolicy(null)
            .build()
        : OtlpHttpSpanExporter.builder()
            .setEndpoint(url + "/v1/traces")
            .setTimeout(timeout)
            .setRetryPolicy(null)
            .build();
  }

  static OtlpEndpoint endpoint(String url, String protocol) {
    return new OtlpEndpoint("OTEL_EXPORTER_OTLP_ENDPOINT", protocol, url);
  }
}
