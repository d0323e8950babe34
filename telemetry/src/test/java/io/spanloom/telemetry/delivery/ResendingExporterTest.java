package io.spanloom.telemetry.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.testing.time.TestClock;
import io.opentelemetry.sdk.testing.trace.TestSpanData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.spanloom.support.LogCapture;
import io.spanloom.telemetry.FixedResponseServer;
import io.spanloom.telemetry.OtlpCollector;
import io.spanloom.telemetry.OtlpCollector.Response;
import io.spanloom.telemetry.UnreachableCollector;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
final class ResendingExporterTest {

  private static final Duration TIME_LIMIT = Duration.ofSeconds(120);

  private final TestClock clock = TestClock.create();
  private final DroppedSpanReporter reporter =
      new DroppedSpanReporter(new SpanQueueObserver(), 2048, TIME_LIMIT, clock);

  static Stream<Arguments> transientFailures() {
    return Stream.of("grpc", "http/protobuf")
        .flatMap(
            protocol ->
                Stream.of(
                    Arguments.of(
                        protocol,
                        Response.TOO_MANY_REQUESTS,
                        status(protocol, "429", "RESOURCE_EXHAUSTED")),
                    Arguments.of(
                        protocol, Response.UNAVAILABLE, status(protocol, "503", "UNAVAILABLE")),
                    Arguments.of(protocol, Response.RESETS, disconnected(protocol)),
                    Arguments.of(protocol, Response.HANGS, "no response in time")));
  }

  private static String status(String protocol, String http, String grpc) {
    return protocol.equals("grpc") ? "gRPC status " + grpc : "HTTP status " + http;
  }

  private static String disconnected(String protocol) {
    return "connection lost; the server may not support " + protocol;
  }

  @ParameterizedTest
  @MethodSource("transientFailures")
  void retriesUntilExportSucceeds(String protocol, Response response, String failure)
      throws IOException {
    try (OtlpCollector collector =
            OtlpCollector.start(protocol).respondFirst(response, response, response);
        LogCapture log = LogCapture.of("io.spanloom.telemetry")) {
      Duration timeout = response == Response.HANGS ? OtlpExporters.SHORT : OtlpExporters.LONG;
      assertThat(export(collector.url(), protocol, timeout).isSuccess()).isTrue();
      assertThat(collector.spanNames()).containsExactly("first", "second");
      assertThat(log.lines())
          .containsExactly(
              "WARNING Cannot export spans to %s (%s): %s. Retrying for up to 120 s; up to 2048 spans wait in the queue."
                  .formatted(collector.url(), protocol, failure));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"grpc", "http/protobuf"})
  void doesNotRetryPermanentFailure(String protocol) throws IOException {
    try (OtlpCollector collector =
            OtlpCollector.start(protocol).respondAlways(Response.UNAUTHORIZED);
        LogCapture log = LogCapture.of("io.spanloom.telemetry")) {
      assertThat(export(collector.url(), protocol).isSuccess()).isFalse();
      assertThat(collector.requests()).hasSize(1);
      assertThat(log.lines())
          .containsExactly(
              "WARNING Lost 2 spans that could not be exported to %s (%s): %s."
                  .formatted(
                      collector.url(), protocol, status(protocol, "401", "UNAUTHENTICATED")));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"grpc", "http/protobuf"})
  void stopsRetryingAfterTimeLimit(String protocol) throws IOException {
    try (UnreachableCollector unreachable = UnreachableCollector.open();
        LogCapture log = LogCapture.of("io.spanloom.telemetry")) {
      assertThat(export(unreachable.url(), protocol).isSuccess()).isFalse();
      assertThat(clock.nanoTime() - TestClock.create().nanoTime())
          .isBetween(TIME_LIMIT.minusSeconds(5).toNanos(), TIME_LIMIT.toNanos());
      String failure = "%s (%s): cannot connect.".formatted(unreachable.url(), protocol);
      String warning =
          "WARNING Cannot export spans to "
              + failure
              + " Retrying for up to 120 s; up to 2048 spans wait in the queue.";
      assertThat(log.lines())
          .as("once per minute")
          .containsExactly(
              warning, warning, "WARNING Lost 2 spans that could not be exported to " + failure);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"grpc", "http/protobuf"})
  void suggestsWrongProtocol(String protocol) throws IOException {
    try (FixedResponseServer server =
            FixedResponseServer.start(
                protocol.equals("grpc")
                    ? FixedResponseServer.BAD_REQUEST
                    : FixedResponseServer.HTTP_2_SETTINGS);
        LogCapture log = LogCapture.of("io.spanloom.telemetry")) {
      assertThat(export(server.url(), protocol).isSuccess()).isFalse();
      assertThat(log.lines())
          .endsWith(
              "WARNING Lost 2 spans that could not be exported to %s (%s): %s."
                  .formatted(server.url(), protocol, disconnected(protocol)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"grpc", "http/protobuf"})
  void reportsServerWithoutTls(String protocol) throws IOException {
    try (FixedResponseServer server = FixedResponseServer.start(FixedResponseServer.BAD_REQUEST);
        LogCapture log = LogCapture.of("io.spanloom.telemetry")) {
      String url = server.url().replace("http", "https");
      assertThat(export(url, protocol).isSuccess()).isFalse();
      assertThat(log.lines())
          .containsExactly(
              "WARNING Lost 2 spans that could not be exported to %s (%s): the server does not use TLS; the URL may require http."
                  .formatted(url, protocol));
    }
  }

  private CompletableResultCode export(String url, String protocol) {
    return export(url, protocol, OtlpExporters.LONG);
  }

  private CompletableResultCode export(String url, String protocol, Duration timeout) {
    SpanExporter exporter =
        new ResendingExporter(
            OtlpExporters.withoutRetries(url, protocol, timeout),
            OtlpExporters.endpoint(url, protocol),
            TIME_LIMIT,
            clock,
            new SimulatedBackoff(clock),
            reporter);
    try {
      return exporter.export(List.of(span("first"), span("second")));
    } finally {
      exporter.shutdown();
    }
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
}
