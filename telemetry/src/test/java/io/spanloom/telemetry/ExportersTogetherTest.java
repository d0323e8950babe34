package io.spanloom.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.spanloom.runtime.Spans;
import io.spanloom.support.ForkedJvm;
import io.spanloom.telemetry.Collector.Answer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Spanloom puts around exporters is around each of them, in the SDK as a program gets it. */
@Tag("slow")
final class ExportersTogetherTest {

  @ParameterizedTest
  @ValueSource(strings = {"grpc", "http/protobuf"})
  void whatIsSentAgainIsFilteredAndSoIsWhatIsShown(String protocol, @TempDir Path folder)
      throws Exception {
    Path page = folder.resolve("traces.html");
    try (Collector collector =
        Collector.speaking(protocol).first(Answer.UNAVAILABLE, Answer.UNAVAILABLE)) {
      String console =
          ForkedJvm.of(HasASecret.class)
              .variable("OTEL_TRACES_EXPORTER", "tree,page,otlp")
              .variable("OTEL_EXPORTER_OTLP_ENDPOINT", collector.url())
              .variable("OTEL_EXPORTER_OTLP_PROTOCOL", protocol)
              .variable("SPANLOOM_PAGE_FILE", page.toString())
              .run();

      assertThat(collector.requests()).hasSize(3);
      assertThat(collector.taken()).containsExactly("work");
      assertThat(collector.attributes()).contains("shop").doesNotContain("user.password");
      assertThat(console).contains("└─ work", "shop = 1").doesNotContain("geheim");
      assertThat(Files.readString(page)).contains("\"shop\"").doesNotContain("geheim");
    }
  }

  @Test
  void aPageThatCannotBeWrittenKeepsNothingFromTheOthers(@TempDir Path folder) throws Exception {
    try (Collector collector = Collector.speaking("http/protobuf")) {
      String console =
          ForkedJvm.of(HasASecret.class)
              .variable("OTEL_TRACES_EXPORTER", "page,tree,otlp")
              .variable("OTEL_EXPORTER_OTLP_ENDPOINT", collector.url())
              .variable("SPANLOOM_PAGE_FILE", folder.toString())
              .run();

      assertThat(console).contains("└─ work").containsOnlyOnce("WARNING");
      assertThat(collector.taken()).containsExactly("work");
    }
  }

  /** Has an attribute that may not leave it. */
  static final class HasASecret {
    public static void main(String[] arguments) {
      Telemetry telemetry = Telemetry.start();
      Spans.withSpan(
          "work",
          () -> Span.current().setAttribute("shop", "1").setAttribute("user.password", "geheim"));
      telemetry.stop();
    }
  }
}
