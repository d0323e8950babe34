package io.spanloom.telemetry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.runtime.Spans;
import io.spanloom.support.ForkedJvm;
import io.spanloom.telemetry.Collector.Answer;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is delivered at the end of a program, however it ends. */
@Tag("slow")
final class TelemetryEndTest {

  @ParameterizedTest
  @ValueSource(strings = {"grpc", "http/protobuf"})
  void theEndOfTheJvmDeliversWhatWasNotStopped(String protocol) throws Exception {
    try (Collector collector = Collector.speaking(protocol)) {
      assertThat(sending(NeverStops.class, collector).run()).isEmpty();
      assertThat(collector.taken()).containsExactly("work");
    }
  }

  @Test
  void anExitInsideATracedMethodDeliversWhatHadEnded() throws Exception {
    try (Collector collector = Collector.speaking("grpc")) {
      sending(ExitsInsideASpan.class, collector).run(3);
      assertThat(collector.taken()).containsExactly("inner");
    }
  }

  @Test
  void anExceptionOutOfMainDeliversItsSpan() throws Exception {
    try (Collector collector = Collector.speaking("grpc")) {
      assertThat(sending(FailsInMain.class, collector).run(1)).contains("IllegalStateException");
      assertThat(collector.taken()).containsExactly("work");
    }
  }

  @Test
  void aSignalToTerminateDeliversWhatHadEnded() throws Exception {
    try (Collector collector = Collector.speaking("grpc")) {
      Process process = sending(Waits.class, collector).start();
      BufferedReader printed =
          new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
      assertThat(printed.readLine()).isEqualTo("waiting");
      process.toHandle().destroy();
      assertThat(process.waitFor()).isEqualTo(128 + 15);
      assertThat(collector.taken()).containsExactly("work");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"grpc", "http/protobuf"})
  void aCollectorThatHangsDoesNotKeepTheProgram(String protocol) throws Exception {
    try (Collector collector = Collector.speaking(protocol).always(Answer.HANGS)) {
      String output =
          sending(NeverStops.class, collector)
              .variable("SPANLOOM_SHUTDOWN_TIMEOUT", "2000")
              .variable("OTEL_EXPORTER_OTLP_TIMEOUT", "3600000")
              .run();
      assertThat(output)
          .isEqualTo(
              "Could not deliver 1 span at the end, which may take 2000 ms"
                  + " (SPANLOOM_SHUTDOWN_TIMEOUT): %s (%s), no answer yet.\n"
                      .formatted(collector.url(), protocol));
    }
  }

  @Test
  void aStopThatCannotDeliverSaysSoAndTheProgramRunsOn() throws Exception {
    try (Collector collector = Collector.speaking("grpc").always(Answer.UNAVAILABLE)) {
      String output =
          sending(StopsAndRunsOn.class, collector)
              .variable("SPANLOOM_SHUTDOWN_TIMEOUT", "3s")
              .run();
      assertThat(output)
          .contains(
              "WARNING: Could not deliver 1 span at the end, which may take 3000 ms"
                  + " (SPANLOOM_SHUTDOWN_TIMEOUT): %s (grpc), it answered the gRPC status UNAVAILABLE."
                      .formatted(collector.url()))
          .endsWith("ran on\n");
    }
  }

  @Test
  void anotherAttemptIsMadeAtTheEnd() throws Exception {
    try (Collector collector =
        Collector.speaking("grpc").first(Answer.UNAVAILABLE, Answer.UNAVAILABLE)) {
      sending(NeverStops.class, collector).run();
      assertThat(collector.taken()).containsExactly("work");
    }
  }

  @Test
  void aProgramThatRunsOnSendsAgainAndSaysSo() throws Exception {
    try (Collector collector =
        Collector.speaking("grpc").first(Answer.UNAVAILABLE, Answer.UNAVAILABLE)) {
      Process process =
          sending(Waits.class, collector).variable("OTEL_BSP_SCHEDULE_DELAY", "1").start();
      assertThat(collector.awaitTaken(1)).containsExactly("work");
      process.toHandle().destroy();
      assertThat(ForkedJvm.end(process, 128 + 15))
          .containsOnlyOnce(
              "WARNING: Spans cannot be sent: %s (grpc), it answered the gRPC status UNAVAILABLE."
                      .formatted(collector.url())
                  + " They are sent again for up to 120 s, as many as the queue holds.")
          .containsOnlyOnce("WARNING");
    }
  }

  @Test
  void aCollectorThatIsNotThereIsNotWaitedFor() throws Exception {
    try (AbsentCollector absent = AbsentCollector.open()) {
      assertThat(
              ForkedJvm.of(NeverStops.class)
                  .variable("OTEL_EXPORTER_OTLP_ENDPOINT", absent.url())
                  .variable("SPANLOOM_SHUTDOWN_TIMEOUT", "3600000")
                  .run())
          .isEqualTo(
              "Could not deliver 1 span at the end, which may take 3600000 ms"
                  + " (SPANLOOM_SHUTDOWN_TIMEOUT): %s (http/protobuf), nothing listens there.\n"
                      .formatted(absent.url()));
    }
  }

  @Test
  void aHookOfTheProgramMayMakeSpansWhereItStopsTelemetryItself() throws Exception {
    try (Collector collector = Collector.speaking("grpc")) {
      assertThat(
              sending(StopsInItsOwnHook.class, collector)
                  .property("spanloom.shutdown.hook", "false")
                  .run())
          .isEmpty();
      assertThat(collector.taken()).containsExactly("work", "in the hook");
    }
  }

  static ForkedJvm sending(Class<?> program, Collector collector) {
    return ForkedJvm.of(program)
        .variable("OTEL_EXPORTER_OTLP_ENDPOINT", collector.url())
        .variable("OTEL_EXPORTER_OTLP_PROTOCOL", collector.protocol());
  }

  /** Leaves the stop to the end of the JVM. */
  static final class NeverStops {
    public static void main(String[] arguments) {
      Telemetry.start();
      Spans.withSpan("work", () -> {});
    }
  }

  /** Ends the JVM while a span runs. */
  static final class ExitsInsideASpan {
    public static void main(String[] arguments) {
      Telemetry.start();
      Spans.withSpan(
          "outer",
          () -> {
            Spans.withSpan("inner", () -> {});
            System.exit(3);
          });
    }
  }

  /** Throws what nobody catches. */
  static final class FailsInMain {
    public static void main(String[] arguments) {
      Telemetry.start();
      Spans.withSpan(
          "work",
          () -> {
            throw new IllegalStateException("out of main");
          });
    }
  }

  /** Has made a span and waits to be terminated. */
  static final class Waits {
    public static void main(String[] arguments) throws InterruptedException {
      Telemetry.start();
      Spans.withSpan("work", () -> {});
      System.out.println("waiting");
      new CountDownLatch(1).await();
    }
  }

  /** Stops before its end. */
  static final class StopsAndRunsOn {
    public static void main(String[] arguments) {
      Telemetry telemetry = Telemetry.start();
      Spans.withSpan("work", () -> {});
      telemetry.stop();
      Spans.withSpan("late", () -> {});
      System.out.println("ran on");
    }
  }

  /** Makes a span in a hook of its own, and stops telemetry after it. */
  static final class StopsInItsOwnHook {
    public static void main(String[] arguments) {
      Telemetry telemetry = Telemetry.start();
      Spans.withSpan("work", () -> {});
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    Spans.withSpan("in the hook", () -> {});
                    telemetry.stop();
                  }));
    }
  }
}
