package io.spanloom.telemetry;

import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.trace.OtlpGrpcSpanExporter;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.time.Duration;

/** OpenTelemetry's exporters as {@link SdkStart} has them, but for a shorter timeout. */
final class Otlp {

  private static final Duration TIMEOUT = Duration.ofMillis(500);

  private Otlp() {}

  static SpanExporter once(String url, String protocol) {
    SdkNoise.leaveOutOfDelivery();
    return protocol.equals("grpc")
        ? OtlpGrpcSpanExporter.builder()
            .setEndpoint(url)
            .setTimeout(TIMEOUT)
            .setRetryPolicy(null)
            .build()
        : OtlpHttpSpanExporter.builder()
            .setEndpoint(url + "/v1/traces")
            .setTimeout(TIMEOUT)
            .setRetryPolicy(null)
            .build();
  }

  static Endpoint endpoint(String url, String protocol) {
    return new Endpoint("OTEL_EXPORTER_OTLP_ENDPOINT", protocol, url);
  }
}
