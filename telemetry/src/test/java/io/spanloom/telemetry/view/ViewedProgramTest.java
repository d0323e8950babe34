package io.spanloom.telemetry.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.runtime.Spans;
import io.spanloom.support.ForkedJvm;
import io.spanloom.telemetry.Telemetry;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both views, enabled by the standard variable, in a separate JVM. */
@Tag("slow")
final class ViewedProgramTest {

  @TempDir private Path folder;

  @Test
  void writesTracesWithBothViewsAndExits() throws Exception {
    Path file = folder.resolve("page.html");
    String output =
        ForkedJvm.of(Program.class)
            .property("otel.traces.exporter", "tree,page")
            .property("otel.metrics.exporter", "none")
            .property("otel.logs.exporter", "none")
            .property("spanloom.page.port", "0")
            .variable("SPANLOOM_PAGE_FILE", file.toString())
            .run();

    assertThat(output)
        .contains("└─ work", "Serving traces at http://127.0.0.1:", "Writing traces to " + file)
        .doesNotContain("\u001b", "WARN", "No span");
    assertThat(file).content().contains("\"name\":\"work\"");
  }

  @Test
  void explainsViewWithoutSpans() throws Exception {
    assertThat(
            withoutSpans("tree,page")
                .property("spanloom.page.file", folder.resolve("page.html").toString())
                .variable("SPANLOOM_DISABLED", "shop")
                .run())
        .containsOnlyOnce(
            "No span reached the exporter tree and page. Likely causes: spanloom.disabled is 'shop';"
                + " no traced method has run and ended; its class is not woven")
        .contains("the sampler ParentBased{root:AlwaysOnSampler");
  }

  @Test
  void doesNotExplainIntendedSilence() throws Exception {
    assertThat(withoutSpans("none").run()).isEmpty();
    assertThat(withoutSpans("tree").property("otel.sdk.disabled", "true").run()).isEmpty();
  }

  private static ForkedJvm withoutSpans(String exporter) {
    return ForkedJvm.of(WithoutSpans.class)
        .property("otel.traces.exporter", exporter)
        .property("otel.metrics.exporter", "none")
        .property("otel.logs.exporter", "none");
  }

  /** Traces nothing. */
  static final class WithoutSpans {
    public static void main(String[] arguments) {
      Telemetry.start().stop();
    }
  }

  /** Relies on the shutdown hook to stop telemetry. */
  static final class Program {
    public static void main(String[] arguments) {
      Telemetry.start();
      Spans.withSpan("work", () -> {});
    }
  }
}
