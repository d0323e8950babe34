package io.spanloom.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import io.spanloom.runtime.Spans;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** A start is once in the life of a JVM, so each of these programs has its own. */
final class TelemetryStartTest {

  @Test
  void aSecondStartReturnsTheFirstAndTheStopFlushes() throws Exception {
    assertThat(run(StartsTwice.class)).contains("same: true", "└─ work").doesNotContain("WARN");
  }

  @Test
  void theEndOfTheJvmFlushesWhatWasNotStopped() throws Exception {
    assertThat(run(NeverStops.class)).contains("└─ work");
  }

  @Test
  void anSdkThatIsRegisteredAlreadyIsLeftAlone() throws Exception {
    assertThat(run(HasItsOwn.class)).contains("same: true").doesNotContain("└─");
  }

  private static String run(Class<?> program) throws IOException, InterruptedException {
    return Jvm.of(program).property("otel.traces.exporter", "tree").run();
  }

  /** Starts twice and stops twice. */
  static final class StartsTwice {
    public static void main(String[] arguments) {
      Telemetry telemetry = Telemetry.start();
      System.out.println("same: " + (telemetry == Telemetry.start()));
      Spans.withSpan("work", () -> {});
      telemetry.stop();
      telemetry.stop();
    }
  }

  /** Leaves the stop to the end of the JVM. */
  static final class NeverStops {
    public static void main(String[] arguments) {
      Telemetry.start();
      Spans.withSpan("work", () -> {});
    }
  }

  /** Has registered an OpenTelemetry of its own. */
  static final class HasItsOwn {
    public static void main(String[] arguments) {
      GlobalOpenTelemetry.set(OpenTelemetry.noop());
      OpenTelemetry own = GlobalOpenTelemetry.get();
      Telemetry.start();
      Spans.withSpan("work", () -> {});
      System.out.println("same: " + (own == GlobalOpenTelemetry.get()));
    }
  }
}
