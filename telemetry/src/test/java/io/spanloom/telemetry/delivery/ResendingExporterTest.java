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
import io.spanloom.telemetry.AbsentCollector;
import io.spanloom.telemetry.Collector;
import io.spanloom.telemetry.Collector.Answer;
import io.spanloom.telemetry.ForeignServer;
import io.spanloom.telemetry.Otlp;
import io.spanloom.telemetry.settings.UserLog;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ResendingExporterTest {

  private static final Duration PATIENCE = Duration.ofSeconds(120);

  private final TestClock clock = TestClock.create();
  private final DroppedSpanReporter losses =
      new DroppedSpanReporter(new SpanQueue(), new UserLog(clock), 2048, PATIENCE);

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
                    Arguments.of(protocol, Answer.RESETS, broken(protocol)),
                    Arguments.of(protocol, Answer.HANGS, "it did not answer in time")));
  }

  private static String answered(String protocol, String http, String grpc) {
    return "it answered " + (protocol.equals("grpc") ? "the gRPC status " + grpc : http);
  }

  private static String broken(String protocol) {
    return "the connection broke; perhaps " + protocol + " is not what is spoken there";
  }

  @ParameterizedTest
  @MethodSource("passingFailures")
  void aBatchIsSentAgainUntilItIsTaken(String protocol, Answer answer, String words)
      throws IOException {
    try (Collector collector = Collector.speaking(protocol).first(answer, answer, answer);
        LogCapture said = LogCapture.of("io.spanloom.telemetry")) {
      Duration timeout = answer == Answer.HANGS ? Otlp.SHORT : Otlp.LONG;
      assertThat(export(collector.url(), protocol, timeout).isSuccess()).isTrue();
      assertThat(collector.taken()).containsExactly("first", "second");
      assertThat(said.messages())
          .containsExactly(
              "Spans cannot be sent: %s (%s), %s. They are sent again for up to 120 s, as many as the queue holds."
                  .formatted(collector.url(), protocol, words));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"grpc", "http/protobuf"})
  void aBatchThatIsRefusedIsNotSentAgain(String protocol) throws IOException {
    try (Collector collector = Collector.speaking(protocol).always(Answer.UNAUTHORIZED);
        LogCapture said = LogCapture.of("io.spanloom.telemetry")) {
      assertThat(export(collector.url(), protocol).isSuccess()).isFalse();
      assertThat(collector.requests()).hasSize(1);
      assertThat(said.messages())
          .containsExactly(
              "Lost 2 spans: %s (%s), %s."
                  .formatted(
                      collector.url(),
                      protocol,
                      answered(protocol, "HTTP 401", "UNAUTHENTICATED")));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"grpc", "http/protobuf"})
  void aBatchIsGivenUpOnceItsTimeIsOver(String protocol) throws IOException {
    try (AbsentCollector absent = AbsentCollector.open();
        LogCapture said = LogCapture.of("io.spanloom.telemetry")) {
      assertThat(export(absent.url(), protocol).isSuccess()).isFalse();
      assertThat(clock.nanoTime() - TestClock.create().nanoTime())
          .isBetween(PATIENCE.minusSeconds(5).toNanos(), PATIENCE.toNanos());
      String failure = "%s (%s), nothing listens there.".formatted(absent.url(), protocol);
      String sentence =
          "Spans cannot be sent: "
              + failure
              + " They are sent again for up to 120 s, as many as the queue holds.";
      assertThat(said.messages())
          .as("once a minute")
          .containsExactly(sentence, sentence, "Lost 2 spans: " + failure);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"grpc", "http/protobuf"})
  void aReceiverOfTheOtherProtocolIsGuessed(String protocol) throws IOException {
    try (ForeignServer server =
            ForeignServer.answering(
                protocol.equals("grpc")
                    ? ForeignServer.BAD_REQUEST
                    : ForeignServer.HTTP_2_SETTINGS);
        LogCapture said = LogCapture.of("io.spanloom.telemetry")) {
      assertThat(export(server.url(), protocol).isSuccess()).isFalse();
      assertThat(said.messages())
          .endsWith(
              "Lost 2 spans: %s (%s), %s.".formatted(server.url(), protocol, broken(protocol)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"grpc", "http/protobuf"})
  void aReceiverWithoutTlsIsSaid(String protocol) throws IOException {
    try (ForeignServer server = ForeignServer.answering(ForeignServer.BAD_REQUEST);
        LogCapture said = LogCapture.of("io.spanloom.telemetry")) {
      String url = server.url().replace("http", "https");
      assertThat(export(url, protocol).isSuccess()).isFalse();
      assertThat(said.messages())
          .containsExactly(
              "Lost 2 spans: %s (%s), there is no trusted TLS connection."
                  .formatted(url, protocol));
    }
  }

  private CompletableResultCode export(String url, String protocol) {
    return export(url, protocol, Otlp.LONG);
  }

  private CompletableResultCode export(String url, String protocol, Duration timeout) {
    SpanExporter exporter =
        new ResendingExporter(
            Otlp.once(url, protocol, timeout),
            Otlp.endpoint(url, protocol),
            PATIENCE,
            clock,
            new SkippedPauses(clock),
            losses);
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
