package io.spanloom.telemetry;

import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.trace.OtlpGrpcSpanExporter;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.spanloom.telemetry.delivery.SdkLogFilter;
import io.spanloom.telemetry.settings.Endpoint;
import io.spanloom.telemetry.start.SdkBootstrap;
import java.time.Duration;

/** OpenTelemetry's exporters as {@link SdkBootstrap} has them, but for the timeout. */
public final class Otlp {

  /** For receivers that do not answer. */
  public static final Duration SHORT = Duration.ofMillis(500);

  /** For receivers that answer, on a loaded machine too. */
  public static final Duration LONG = Duration.ofSeconds(30);

  private Otlp() {}

  public static SpanExporter once(String url, String protocol, Duration timeout) {
    SdkLogFilter.leaveOutOfDelivery();
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

  public static Endpoint endpoint(String url, String protocol) {
    return new Endpoint("OTEL_EXPORTER_OTLP_ENDPOINT", protocol, url);
  }
}
