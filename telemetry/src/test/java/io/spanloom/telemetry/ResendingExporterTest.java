package io.spanloom.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.trace.OtlpGrpcSpanExporter;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.testing.time.TestClock;
import io.opentelemetry.sdk.testing.trace.TestSpanData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.spanloom.telemetry.Collector.Answer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class ResendingExporterTest {

  private static final Duration PATIENCE = Duration.ofSeconds(120);

  private final TestClock clock = TestClock.create();
  private final Losses losses = new Losses(new SpanQueue(), new Sentences(clock), 2048, 120);

  static Stream<Arguments> passingFailures() {
    return Stream.of("grpc", "http/protobuf")
        .flatMap(
            protocol ->
                Stream.of(
                    Arguments.of(
                        protocol,
                        Answer.TOO_MANY_REQUESTS,
                        answered(protocol, "HTTP 429", "RESOURCE_EXHAUSTED")),
                    Arguments.of(
                        protocol,
                        Answer.UNAVAILABLE,
                        answered(protocol, "HTTP 503", "UNAVAILABLE")),
                    Arguments.of(protocol, Answer.RESETS, "the connection broke"),
                    Arguments.of(protocol, Answer.HANGS, "it did not answer in time")));
  }

  private static String answered(String protocol, String http, String grpc) {
    return "it answered " + (protocol.equals("grpc") ? "the gRPC status " + grpc : http);
  }

  @ParameterizedTest
  @MethodSource("passingFailures")
  void aBatchIsSentAgainUntilItIsTaken(String protocol, Answer answer, String words)
      throws IOException {
    try (Collector collector = Collector.speaking(protocol).first(answer, answer, answer);
        Said said = Said.open()) {
      assertThat(export(collector.url(), protocol).isSuccess()).isTrue();
      assertThat(collector.taken()).containsExactly("first", "second");
      assertThat(said.sentences())
          .singleElement(STRING)
          .isEqualTo(
              "Spans cannot be sent to %s (%s): %s. They are sent again for up to 120 s, as many as the queue holds."
                  .formatted(collector.url(), protocol, words));
    }
  }

  private CompletableResultCode export(String url, String protocol) {
    ResendingExporter exporter =
        new ResendingExporter(
            once(url, protocol),
            new Endpoint("OTEL_EXPORTER_OTLP_ENDPOINT", protocol, url),
            PATIENCE,
            clock,
            new SkippedPauses(),
            losses);
    try {
      return exporter.export(List.of(span("first"), span("second")));
    } finally {
      exporter.shutdown();
    }
  }

  private static SpanExporter once(String url, String protocol) {
    Duration timeout = Duration.ofMillis(500);
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

  private static SpanData span(String name) {
    return TestSpanData.builder()
        .setName(name)
        .setKind(SpanKind.INTERNAL)
        .setSpanContext(SpanContext.getInvalid())
        .setStatus(StatusData.unset())
        .setStartEpochNanos(1)
        .setEndEpochNanos(2)
        .setHasEnded(true)
        .build();
  }

  /** Pauses that take no time but have the clock believe so. */
  private final class SkippedPauses implements Pauses {
    @Override
    public boolean before(int failed, Duration left) {
      Duration pause = Duration.ofMillis((long) Backoff.millis(failed));
      clock.advance(pause);
      return pause.compareTo(left) < 0;
    }

    @Override
    public boolean ending() {
      return false;
    }
  }
}
