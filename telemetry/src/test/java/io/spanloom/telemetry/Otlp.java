package io.spanloom.telemetry;

import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.trace.OtlpGrpcSpanExporter;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.time.Duration;

/** OpenTelemetry's exporters as {@link SdkStart} has them, but for the timeout. */
final class Otlp {

  /** For receivers that do not answer. */
  static final Duration SHORT = Duration.ofMillis(500);

  /** For receivers that answer, on a loaded machine too. */
  static final Duration LONG = Duration.ofSeconds(30);

  private Otlp() {}

  static SpanExporter once(String url, String protocol, Duration timeout) {
    SdkNoise.leaveOutOfDelivery();
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

  static Endpoint endpoint(String url, String protocol) {
    return new Endpoint("OTEL_EXPORTER_OTLP_ENDPOINT", protocol, url);
  }
}
