package io.spanloom.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.spanloom.runtime.Spans;
import io.spanloom.support.ForkedJvm;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The classes that the first spans of a process load, which lengthen them. */
@Tag("slow")
final class FirstSpanTest {

  private static final String STARTED = "telemetry has started";
  private static final String ENDED = "spans have ended";

  @Test
  void startLoadsTheClassesOfTheFirstSpans() throws Exception {
    String output =
        ForkedJvm.of(Program.class)
            .options(
                List.of(
                    "-Xlog:class+load:stdout",
                    "-Dotel.traces.exporter=tree",
                    "-Dotel.bsp.schedule.delay=600000")) // the export would load classes too
            .run();

    assertThat(output).contains(STARTED, ENDED);
    String between = output.substring(output.indexOf(STARTED), output.indexOf(ENDED));
    assertThat(between.lines().filter(line -> line.contains(" io.opentelemetry.sdk.")))
        .allSatisfy(line -> assertThat(line).contains("$$Lambda"));
  }

  @Test
  void warmUpExportsNothing() throws Exception {
    assertThat(ForkedJvm.of(Program.class).options(List.of("-Dotel.traces.exporter=tree")).run())
        .contains("outer", "inner")
        .doesNotContain("warm");
  }

  /** Creates a failed span in another span. */
  static final class Program {
    public static void main(String[] arguments) {
      Telemetry telemetry = Telemetry.start();
      System.out.println(STARTED);
      Spans.withSpan(
          "outer",
          () ->
              Spans.withSpan(
                  "inner", () -> Span.current().recordException(new IllegalStateException("x"))));
      System.out.println(ENDED);
      telemetry.stop();
    }
  }
}
