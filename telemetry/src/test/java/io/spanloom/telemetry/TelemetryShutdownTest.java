package io.spanloom.telemetry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.runtime.Spans;
import io.spanloom.support.ForkedJvm;
import io.spanloom.telemetry.OtlpCollector.Response;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The export of spans when a program ends. */
@Tag("slow")
final class TelemetryShutdownTest {

  @ParameterizedTest
  @ValueSource(strings = {"grpc", "http/protobuf"})
  void exportsAtJvmExitWithoutStop(String protocol) throws Exception {
    try (OtlpCollector collector = OtlpCollector.start(protocol)) {
      assertThat(exportingTo(NeverStops.class, collector).run()).isEmpty();
      assertThat(collector.spanNames()).containsExactly("work");
    }
  }

  @Test
  void exportsFinishedSpansWhenTracedMethodExits() throws Exception {
    try (OtlpCollector collector = OtlpCollector.start("grpc")) {
      exportingTo(ExitsInsideASpan.class, collector).run(3);
      assertThat(collector.spanNames()).containsExactly("inner");
    }
  }

  @Test
  void exportsSpanOfExceptionThrownByMain() throws Exception {
    try (OtlpCollector collector = OtlpCollector.start("grpc")) {
      assertThat(exportingTo(ThrowsInMain.class, collector).run(1))
          .contains("IllegalStateException");
      assertThat(collector.spanNames()).containsExactly("work");
    }
  }

  @Test
  void exportsFinishedSpansOnSigterm() throws Exception {
    try (OtlpCollector collector = OtlpCollector.start("grpc")) {
      Process process = exportingTo(WaitsForSigterm.class, collector).start();
      BufferedReader printed =
          new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
      assertThat(printed.readLine()).isEqualTo("waiting");
      process.toHandle().destroy();
      assertThat(process.waitFor()).isEqualTo(128 + 15);
      assertThat(collector.spanNames()).containsExactly("work");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"grpc", "http/protobuf"})
  void hangingCollectorDoesNotDelayExit(String protocol) throws Exception {
    try (OtlpCollector collector = OtlpCollector.start(protocol).respondAlways(Response.HANGS)) {
      String output =
          exportingTo(NeverStops.class, collector)
              .variable("SPANLOOM_SHUTDOWN_TIMEOUT", "2000")
              .variable("OTEL_EXPORTER_OTLP_TIMEOUT", "3600000")
              .run();
      assertThat(output)
          .isEqualTo(
              "Could not export 1 span during the shutdown (SPANLOOM_SHUTDOWN_TIMEOUT is"
                  + " 2000 ms). Last attempt: %s (%s): no response yet.\n"
                      .formatted(collector.url(), protocol));
    }
  }

  @Test
  void reportsUnexportedSpansAtStopAndProgramContinues() throws Exception {
    try (OtlpCollector collector =
        OtlpCollector.start("grpc").respondAlways(Response.UNAVAILABLE)) {
      String output =
          exportingTo(StopsAndContinues.class, collector)
              .variable("SPANLOOM_SHUTDOWN_TIMEOUT", "3s")
              .run();
      assertThat(output)
          .contains(
              "WARNING: Could not export 1 span during the shutdown (SPANLOOM_SHUTDOWN_TIMEOUT is"
                  + " 3000 ms). Last attempt: %s (grpc): gRPC status UNAVAILABLE."
                      .formatted(collector.url()))
          .endsWith("program continued\n");
    }
  }

  @Test
  void retriesDuringShutdown() throws Exception {
    try (OtlpCollector collector =
        OtlpCollector.start("grpc").respondFirst(Response.UNAVAILABLE, Response.UNAVAILABLE)) {
      exportingTo(NeverStops.class, collector).run();
      assertThat(collector.spanNames()).containsExactly("work");
    }
  }

  @Test
  void retriesWhileProgramRunsAndLogsWarning() throws Exception {
    try (OtlpCollector collector =
        OtlpCollector.start("grpc").respondFirst(Response.UNAVAILABLE, Response.UNAVAILABLE)) {
      Process process =
          exportingTo(WaitsForSigterm.class, collector)
              .variable("OTEL_BSP_SCHEDULE_DELAY", "1")
              .start();
      assertThat(collector.awaitSpanNames(1)).containsExactly("work");
      process.toHandle().destroy();
      assertThat(ForkedJvm.end(process, 128 + 15))
          .containsOnlyOnce(
              "WARNING: Cannot export spans to %s (grpc): gRPC status UNAVAILABLE."
                      .formatted(collector.url())
                  + " Retrying for up to 120 s; up to 8192 spans wait in the queue.")
          .containsOnlyOnce("WARNING");
    }
  }

  @Test
  void doesNotWaitForUnreachableCollector() throws Exception {
    try (UnreachableCollector unreachable = UnreachableCollector.open()) {
      assertThat(
              ForkedJvm.of(NeverStops.class)
                  .variable("OTEL_EXPORTER_OTLP_ENDPOINT", unreachable.url())
                  .variable("SPANLOOM_SHUTDOWN_TIMEOUT", "3600000")
                  .run())
          .isEqualTo(
              "Could not export 1 span during the shutdown (SPANLOOM_SHUTDOWN_TIMEOUT is"
                  + " 3600000 ms). Last attempt: %s (http/protobuf): cannot connect.\n"
                      .formatted(unreachable.url()));
    }
  }

  @Test
  void exportsSpansOfHookThatStopsTelemetry() throws Exception {
    try (OtlpCollector collector = OtlpCollector.start("grpc")) {
      assertThat(
              exportingTo(StopsInItsOwnHook.class, collector)
                  .property("spanloom.shutdown.hook", "false")
                  .run())
          .isEmpty();
      assertThat(collector.spanNames()).containsExactly("work", "in the hook");
    }
  }

  static ForkedJvm exportingTo(Class<?> program, OtlpCollector collector) {
    return ForkedJvm.of(program)
        .variable("OTEL_EXPORTER_OTLP_ENDPOINT", collector.url())
        .variable("OTEL_EXPORTER_OTLP_PROTOCOL", collector.protocol());
  }

  /** Relies on the shutdown hook. */
  static final class NeverStops {
    public static void main(String[] arguments) {
      Telemetry.start();
      Spans.withSpan("work", () -> {});
    }
  }

  /** Exits inside a span. */
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

  /** Throws an exception out of main. */
  static final class ThrowsInMain {
    public static void main(String[] arguments) {
      Telemetry.start();
      Spans.withSpan(
          "work",
          () -> {
            throw new IllegalStateException("out of main");
          });
    }
  }

  /** Creates a span and waits for SIGTERM. */
  static final class WaitsForSigterm {
    public static void main(String[] arguments) throws InterruptedException {
      Telemetry.start();
      Spans.withSpan("work", () -> {});
      System.out.println("waiting");
      new CountDownLatch(1).await();
    }
  }

  /** Stops telemetry and continues. */
  static final class StopsAndContinues {
    public static void main(String[] arguments) {
      Telemetry telemetry = Telemetry.start();
      Spans.withSpan("work", () -> {});
      telemetry.stop();
      Spans.withSpan("late", () -> {});
      System.out.println("program continued");
    }
  }

  /** Creates a span in its own shutdown hook, then stops telemetry. */
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
