package io.spanloom.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Library spans that both spanloom-telemetry and the agent can create. */
@Tag("slow")
final class LibrariesTest {

  @Test
  void createsEachSpanOnce(@TempDir Path folder) {
    List<ExportedSpan> spans =
        ProgramRun.underTheAgent()
            .withAllLibraries("libraries.LibrariesMain", new Classes(folder).compile("libraries"));

    assertThat(spans)
        .extracting(span -> span.kind() + " " + span.name())
        .containsExactlyInAnyOrder("CLIENT GET", "SERVER GET /orders/{id}", "CLIENT select");
    ExportedSpan client = named(spans, "GET");
    ExportedSpan server = named(spans, "GET /orders/{id}");
    assertThat(server.parentId()).isEqualTo(client.id());
    assertThat(named(spans, "select").parentId()).isEqualTo(server.id());
    assertThat(server.attributes()).containsKeys("user.id", "request.id");
  }

  private static ExportedSpan named(List<ExportedSpan> spans, String name) {
    return spans.stream().filter(span -> span.name().equals(name)).findFirst().orElseThrow();
  }
}
