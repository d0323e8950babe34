package io.spanloom.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.exporter.internal.FailedExportException;
import io.spanloom.runtime.Spans;
import io.spanloom.support.ForkedJvm;
import io.spanloom.telemetry.Collector.Answer;
import io.spanloom.telemetry.delivery.ExportFailure;
import io.spanloom.telemetry.delivery.ExportFailure.Kind;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The standard variables of the OTLP exporter, as they work through a start. */
@Tag("slow")
final class ExportTest {

  @ParameterizedTest
  @ValueSource(strings = {"grpc", "http/protobuf"})
  void headersAreSentAndNeverShown(String protocol) throws Exception {
    try (Collector collector = Collector.speaking(protocol).always(Answer.UNAUTHORIZED)) {
      String output =
          sending(collector)
              .variable("OTEL_EXPORTER_OTLP_HEADERS", "authorization=Bearer%20secret")
              .variable("OTEL_DEBUG", "true")
              .run();
      assertThat(collector.requests())
          .singleElement()
          .satisfies(
              headers -> assertThat(headers.get("authorization")).isEqualTo("Bearer secret"));
      assertThat(output)
          .contains("Could not deliver 1 span at the end")
          .doesNotContain("secret", "Exception", "\tat ");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"grpc", "http/protobuf"})
  void spansAreZippedWhereAskedFor(String protocol) throws Exception {
    try (Collector collector = Collector.speaking(protocol)) {
      sending(collector).variable("OTEL_EXPORTER_OTLP_COMPRESSION", "gzip").run();
      assertThat(collector.requests())
          .singleElement()
          .satisfies(
              headers ->
                  assertThat(
                          headers.get(
                              protocol.equals("grpc") ? "grpc-encoding" : "content-encoding"))
                      .isEqualTo("gzip"));
      assertThat(collector.taken()).containsExactly("work");
    }
  }

  @Test
  void nothingIsSentAgainWhereRetriesAreDisabled() throws Exception {
    try (Collector collector = Collector.speaking("grpc").first(Answer.UNAVAILABLE)) {
      assertThat(
              sending(collector).variable("OTEL_JAVA_EXPORTER_OTLP_RETRY_DISABLED", "true").run())
          .contains("Could not deliver 1 span at the end");
      assertThat(collector.requests()).hasSize(1);
    }
  }

  @Test
  void aProgramThatHasOnlySpansSendsNothingElse() throws Exception {
    try (Collector collector = Collector.speaking("http/protobuf")) {
      sending(collector).run();
      assertThat(collector.paths()).containsExactly("/v1/traces");
    }
  }

  @Test
  void aHostThatIsUnknownIsSaid() {
    assertThat(
            ExportFailure.of(
                FailedExportException.httpFailedExceptionally(
                    new UnknownHostException("collector"))))
        .isEqualTo(new ExportFailure(Kind.ABSENT, "the host is unknown"));
  }

  private static ForkedJvm sending(Collector collector) {
    return ForkedJvm.of(Works.class)
        .variable("OTEL_EXPORTER_OTLP_ENDPOINT", collector.url())
        .variable("OTEL_EXPORTER_OTLP_PROTOCOL", collector.protocol());
  }

  /** Has one span. */
  static final class Works {
    public static void main(String[] arguments) {
      Telemetry.start();
      Spans.withSpan("work", () -> {});
    }
  }
}
