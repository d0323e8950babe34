package io.spanloom.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.spanloom.runtime.Spans;
import io.spanloom.support.ForkedJvm;
import io.spanloom.telemetry.OtlpCollector.Response;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Retries and filters apply to each of several exporters. */
@Tag("slow")
final class CombinedExportersTest {

  @ParameterizedTest
  @ValueSource(strings = {"grpc", "http/protobuf"})
  void filtersRetriedAndDisplayedSpans(String protocol, @TempDir Path folder) throws Exception {
    Path page = folder.resolve("traces.html");
    try (OtlpCollector collector =
        OtlpCollector.start(protocol).respondFirst(Response.UNAVAILABLE, Response.UNAVAILABLE)) {
      String console =
          ForkedJvm.of(SetsSecretAttribute.class)
              .variable("OTEL_TRACES_EXPORTER", "tree,page,otlp")
              .variable("OTEL_EXPORTER_OTLP_ENDPOINT", collector.url())
              .variable("OTEL_EXPORTER_OTLP_PROTOCOL", protocol)
              .variable("SPANLOOM_PAGE_FILE", page.toString())
              .run();

      assertThat(collector.requests()).hasSize(3);
      assertThat(collector.spanNames()).containsExactly("work");
      assertThat(collector.attributes()).contains("shop").doesNotContain("user.password");
      assertThat(console).contains("└─ work", "shop = 1").doesNotContain("geheim");
      assertThat(Files.readString(page)).contains("\"shop\"").doesNotContain("geheim");
    }
  }

  @Test
  void unwritablePageDoesNotAffectOtherExporters(@TempDir Path folder) throws Exception {
    try (OtlpCollector collector = OtlpCollector.start("http/protobuf")) {
      String console =
          ForkedJvm.of(SetsSecretAttribute.class)
              .variable("OTEL_TRACES_EXPORTER", "page,tree,otlp")
              .variable("OTEL_EXPORTER_OTLP_ENDPOINT", collector.url())
              .variable("SPANLOOM_PAGE_FILE", folder.toString())
              .run();

      assertThat(console).contains("└─ work").containsOnlyOnce("WARNING");
      assertThat(collector.spanNames()).containsExactly("work");
    }
  }

  /** Sets an attribute that must not be exported. */
  static final class SetsSecretAttribute {
    public static void main(String[] arguments) {
      Telemetry telemetry = Telemetry.start();
      Spans.withSpan(
          "work",
          () -> Span.current().setAttribute("shop", "1").setAttribute("user.password", "geheim"));
      telemetry.stop();
    }
  }
}
