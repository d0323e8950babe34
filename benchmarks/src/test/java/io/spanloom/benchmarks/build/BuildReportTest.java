package io.spanloom.benchmarks.build;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
final class BuildReportTest {

  @Test
  void reportsOneRowPerSize() throws Exception {
    List<String> lines = BuildReport.lines(List.of(1, 2), 1);

    String cost = "\\d+\\.\\d s, \\d+ MB";
    assertThat(lines)
        .filteredOn(line -> line.matches("\\| [12] \\|.*"))
        .hasSize(2)
        .allMatch(line -> line.matches("\\| \\d( \\| " + cost + "){4}( \\| \\d+\\.\\d){2} \\|"));
    assertThat(lines).last().asString().startsWith("Weaving 2 classes takes ");
  }

  @Test
  void reportsFirstAndFurtherModules() throws Exception {
    List<String> lines = BuildReport.lines(ModuleCosts.of(3, 1));

    assertThat(lines)
        .filteredOn(line -> line.matches("\\| (first|each further) module( \\| [\\d,]+ ms){3} \\|"))
        .hasSize(2);
  }

  @Test
  void reportsLibrary(@TempDir Path folder) throws Exception {
    try (ZipOutputStream jar =
        new ZipOutputStream(Files.newOutputStream(folder.resolve("shop-1.0-sources.jar")))) {
      jar.putNextEntry(new ZipEntry("shop/Orders.java"));
      jar.write(
          "package shop;\npublic class Orders { public int count() { int sum = 0; return sum; } }\n"
              .getBytes(UTF_8));
    }

    assertThat(LibraryReport.lines(folder))
        .last()
        .asString()
        .matches("\\| shop-1.0( \\| [\\d.]+ s, \\d+ MB){2}( \\| \\d+\\.\\d){2} \\| 3, \\d+ \\|");
  }
}
