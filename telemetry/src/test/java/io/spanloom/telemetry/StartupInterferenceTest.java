package io.spanloom.telemetry;

import static io.spanloom.telemetry.TelemetryStartTest.traced;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizerProvider;
import io.spanloom.runtime.Spans;
import io.spanloom.telemetry.TelemetryStartTest.StartsTwice;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parts of a program that may interfere with the startup. */
@Tag("slow")
final class StartupInterferenceTest {

  @Test
  void reportsBrokenService(@TempDir Path folder) throws Exception {
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.writeString(
        services.resolve(AutoConfigurationCustomizerProvider.class.getName()), "shop.Gone");
    assertThat(traced(StartsTwice.class).with(folder).run())
        .contains("same: true")
        .containsOnlyOnce("WARNING: Tracing is disabled: ")
        .contains("shop.Gone")
        .doesNotContain("\tat ");
  }

  @Test
  void tracesWithoutJdbcInstrumentation() throws Exception {
    assertThat(
            traced(StartsTwice.class)
                .without(
                    entry ->
                        entry.contains("opentelemetry-jdbc") || entry.contains("api-incubator"))
                .run())
        .contains("└─ work")
        .doesNotContain("WARN", "NoClassDefFoundError");
  }

  @Test
  void startDuringJvmShutdownDoesNotThrow() throws Exception {
    assertThat(traced(StartsInShutdownHook.class).run()).contains("started: true", "└─ work");
  }

  @Test
  void reportsNoopRegisteredBeforeStart() throws Exception {
    assertThat(traced(GetsTracerBeforeStart.class).run())
        .containsOnlyOnce(
            "WARNING: Tracing is disabled: a no-op OpenTelemetry is already registered. ")
        .containsOnlyOnce("WARNING");
    assertThat(traced(GetsTracerBeforeStart.class).variable("OTEL_SDK_DISABLED", "true").run())
        .doesNotContain("WARNING");
  }

  /** Gets a tracer before it starts telemetry. */
  static final class GetsTracerBeforeStart {
    public static void main(String[] arguments) {
      GlobalOpenTelemetry.getTracer("shop");
      Telemetry.start();
      Spans.withSpan("work", () -> {});
    }
  }

  /** Starts and stops telemetry in a shutdown hook. */
  static final class StartsInShutdownHook {
    public static void main(String[] arguments) {
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    Telemetry telemetry = Telemetry.start();
                    System.out.println("started: true");
                    Spans.withSpan("work", () -> {});
                    telemetry.stop();
                  }));
    }
  }
}
