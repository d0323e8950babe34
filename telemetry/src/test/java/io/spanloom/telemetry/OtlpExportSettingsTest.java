package io.spanloom.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.runtime.Spans;
import io.spanloom.support.ForkedJvm;
import io.spanloom.telemetry.OtlpCollector.Response;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The standard variables of the OTLP exporter. */
@Tag("slow")
final class OtlpExportSettingsTest {

  @ParameterizedTest
  @ValueSource(strings = {"grpc", "http/protobuf"})
  void sendsHeadersWithoutLoggingThem(String protocol) throws Exception {
    try (OtlpCollector collector =
        OtlpCollector.start(protocol).respondAlways(Response.UNAUTHORIZED)) {
      String output =
          exportingTo(collector)
              .variable("OTEL_EXPORTER_OTLP_HEADERS", "authorization=Bearer%20secret")
              .variable("OTEL_DEBUG", "true")
              .run();
      assertThat(collector.requests())
          .singleElement()
          .satisfies(
              headers -> assertThat(headers.get("authorization")).isEqualTo("Bearer secret"));
      assertThat(output)
          .contains("Lost 1 span that could not be exported to")
          .doesNotContain("secret", "Exception", "\tat ");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"grpc", "http/protobuf"})
  void compressesSpansIfConfigured(String protocol) throws Exception {
    try (OtlpCollector collector = OtlpCollector.start(protocol)) {
      exportingTo(collector).variable("OTEL_EXPORTER_OTLP_COMPRESSION", "gzip").run();
      assertThat(collector.requests())
          .singleElement()
          .satisfies(
              headers ->
                  assertThat(
                          headers.get(
                              protocol.equals("grpc") ? "grpc-encoding" : "content-encoding"))
                      .isEqualTo("gzip"));
      assertThat(collector.spanNames()).containsExactly("work");
    }
  }

  @Test
  void doesNotRetryIfDisabled() throws Exception {
    try (OtlpCollector collector = OtlpCollector.start("grpc").respondFirst(Response.UNAVAILABLE)) {
      assertThat(
              exportingTo(collector)
                  .variable("OTEL_JAVA_EXPORTER_OTLP_RETRY_DISABLED", "true")
                  .run())
          .contains("Could not export 1 span during the shutdown");
      assertThat(collector.requests()).hasSize(1);
    }
  }

  @Test
  void sendsOnlySpansByDefault() throws Exception {
    try (OtlpCollector collector = OtlpCollector.start("http/protobuf")) {
      exportingTo(collector).run();
      assertThat(collector.paths()).containsExactly("/v1/traces");
    }
  }

  private static ForkedJvm exportingTo(OtlpCollector collector) {
    return ForkedJvm.of(CreatesSpan.class)
        .variable("OTEL_EXPORTER_OTLP_ENDPOINT", collector.url())
        .variable("OTEL_EXPORTER_OTLP_PROTOCOL", collector.protocol());
  }

  /** Creates one span. */
  static final class CreatesSpan {
    public static void main(String[] arguments) {
      Telemetry.start();
      Spans.withSpan("work", () -> {});
    }
  }
}
