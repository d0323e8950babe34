package io.spanloom.telemetry.view;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.runtime.Spans;
import io.spanloom.telemetry.Telemetry;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both views, enabled by the standard variable, in a separate JVM. */
final class ViewedProgramTest {

  @TempDir private Path folder;

  @Test
  void writesTracesWithBothViewsAndExits() throws Exception {
    Path file = folder.resolve("page.html");
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dotel.traces.exporter=tree,page",
                "-Dotel.metrics.exporter=none",
                "-Dotel.logs.exporter=none",
                "-Dspanloom.page.port=0",
                "-cp",
                System.getProperty("java.class.path"),
                Program.class.getName()));
    builder.environment().keySet().removeAll(List.of("FORCE_COLOR", "CLICOLOR_FORCE", "COLUMNS"));
    builder.environment().put("SPANLOOM_PAGE_FILE", file.toString());
    Process process = builder.redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);

    assertThat(process.waitFor()).as(output).isZero();
    assertThat(output)
        .contains("└─ work", "Serving traces at http://127.0.0.1:", "Writing traces to " + file)
        .doesNotContain("\u001b", "WARN");
    assertThat(file).content().contains("\"name\":\"work\"");
  }

  /** Relies on the shutdown hook to stop telemetry. */
  static final class Program {
    public static void main(String[] arguments) {
      Telemetry.start();
      Spans.withSpan("work", () -> {});
    }
  }
}
