package io.spanloom.telemetry.view.page;

import static io.spanloom.telemetry.view.trace.TestSpans.span;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.sdk.trace.data.SpanData;
import io.spanloom.support.LogCapture;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PageSpanExporterTest {

  private static final Duration NEVER = Duration.ofDays(1);

  @TempDir private Path folder;
  private final LogCapture logged = LogCapture.of("io.spanloom.telemetry");
  private @Nullable PageSpanExporter exporter;

  @AfterEach
  void close() {
    if (exporter != null) {
      exporter.shutdown();
    }
    logged.close();
  }

  @Test
  void writesPageAtStartAndWithAllTracesAtShutdown() throws IOException {
    Path file = folder.resolve("new/folder/page.html");
    start(new PageSettings(file, null), NEVER);
    export(span(1, 1, 0, "finished", 0, 1).build(), span(2, 2, 1, "without root", 0, 1).build());
    assertThat(file).content().contains("<!DOCTYPE html>").doesNotContain("\"finished\"");

    exporter.shutdown();

    assertThat(file).content().contains("\"finished\"", "\"without root\"");
    assertThat(filesIn(file.getParent())).containsExactly("page.html");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(logged.lines()).containsExactly("INFO Writing traces to " + file);
  }

  @Test
  void writesOnFlushOnlyIfThereAreNewSpans() throws IOException {
    Path file = folder.resolve("page.html");
    start(new PageSettings(file, null), NEVER);
    export(span(1, 1, 0, "first", 0, 1).build());
    exporter.flush();
    assertThat(file).content().contains("\"first\"");

    Files.delete(file);
    exporter.flush();
    assertThat(file).doesNotExist();
  }

  @Test
  void writesChangesAfterDelay() throws Exception {
    try (WatchService watch = folder.getFileSystem().newWatchService()) {
      start(new PageSettings(folder.resolve("page.html"), null), Duration.ZERO);
      folder.register(watch, StandardWatchEventKinds.ENTRY_CREATE);

      export(span(1, 1, 0, "first", 0, 1).build());

      assertThat(watch.poll(30, TimeUnit.SECONDS)).isNotNull();
    }
  }

  @Test
  void reportsUnwritableFileOnce() throws IOException {
    Path file = Files.createFile(folder.resolve("file")).resolve("page.html");
    start(new PageSettings(file, null), NEVER);
    for (int trace = 1; trace <= 3; trace++) {
      export(span(trace, 1, 0, "root", 0, 1).build());
      exporter.flush();
    }

    assertThat(logged.lines())
        .singleElement()
        .asString()
        .startsWith("WARNING Cannot write traces to " + file + " (")
        .endsWith("); the application is not affected.");
  }

  @Test
  void acceptsSymbolicLinkToFolder() throws IOException {
    Path link =
        Files.createSymbolicLink(
            folder.resolve("link"), Files.createDirectory(folder.resolve("to")));

    start(new PageSettings(link.resolve("page.html"), null), NEVER);

    assertThat(filesIn(folder.resolve("to"))).containsExactly("page.html");
  }

  @Test
  void leavesFolderAtTheFilesPathUnchanged() throws IOException {
    Path file = Files.createDirectory(folder.resolve("page.html"));
    start(new PageSettings(file, null), NEVER);

    exporter.shutdown();

    assertThat(file).isEmptyDirectory();
    assertThat(filesIn(folder)).containsExactly("page.html");
    assertThat(logged.lines()).singleElement().asString().startsWith("WARNING");
  }

  @Test
  void reportsPortInUseAndWritesFile() throws IOException {
    Path file = folder.resolve("page.html");
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      start(new PageSettings(file, other.getLocalPort()), NEVER);
      export(span(1, 1, 0, "root", 0, 1).build());
      exporter.flush();

      assertThat(file).content().contains("\"root\"");
      assertThat(logged.lines())
          .first()
          .asString()
          .startsWith("WARNING Cannot serve traces on port " + other.getLocalPort() + " (")
          .endsWith("); writing them to " + file + " instead.");
    }
  }

  @Test
  void neverEndsTheScriptElementInsideText() throws IOException {
    Path file = folder.resolve("page.html");
    start(new PageSettings(file, null), NEVER);
    export(span(1, 1, 0, "</script><script>alert(1)</script><!-- {{script}}", 0, 1).build());

    exporter.shutdown();

    assertThat(file).content().doesNotContain("alert(1)</script", "<script>alert");
    assertThat(file).content().contains("alert(1)\\u003c/script");
    assertThat(file).content().containsOnlyOnce("const POLL_MILLIS");
  }

  private void start(PageSettings settings, Duration writeDelay) {
    exporter = new PageSpanExporter(settings, writeDelay);
  }

  private void export(SpanData... spans) {
    assertThat(exporter.export(List.of(spans)).isSuccess()).isTrue();
  }

  private static List<String> filesIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
