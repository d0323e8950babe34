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

/** What the rest of the program may put in the way of the start. */
@Tag("slow")
final class ObstructedStartTest {

  @Test
  void aPartOfTheClassPathThatIsBrokenIsSaid(@TempDir Path folder) throws Exception {
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.writeString(
        services.resolve(AutoConfigurationCustomizerProvider.class.getName()), "shop.Gone");
    assertThat(traced(StartsTwice.class).with(folder).run())
        .contains("same: true")
        .containsOnlyOnce("WARNING: Tracing is off: ")
        .contains("shop.Gone")
        .doesNotContain("\tat ");
  }

  @Test
  void aProgramWithoutTheInstrumentationOfJdbcIsTraced() throws Exception {
    assertThat(
            traced(StartsTwice.class)
                .without(
                    part -> part.contains("opentelemetry-jdbc") || part.contains("api-incubator"))
                .run())
        .contains("└─ work")
        .doesNotContain("WARN", "NoClassDefFoundError");
  }

  @Test
  void aStartWhileTheJvmEndsThrowsNothing() throws Exception {
    assertThat(traced(StartsAtTheEnd.class).run()).contains("started: true", "└─ work");
  }

  @Test
  void aStartThatComesTooLateIsSaid() throws Exception {
    assertThat(traced(AsksBeforeItStarts.class).run())
        .containsOnlyOnce("WARNING: Tracing is off: a no-op is registered, ")
        .containsOnlyOnce("WARNING");
    assertThat(traced(AsksBeforeItStarts.class).variable("OTEL_SDK_DISABLED", "true").run())
        .doesNotContain("WARNING");
  }

  /** Asks for a tracer first. */
  static final class AsksBeforeItStarts {
    public static void main(String[] arguments) {
      GlobalOpenTelemetry.getTracer("shop");
      Telemetry.start();
      Spans.withSpan("work", () -> {});
    }
  }

  /** Starts and stops in a hook. */
  static final class StartsAtTheEnd {
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
