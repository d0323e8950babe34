package io.spanloom.benchmarks.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
final class BuildReportTest {

  @Test
  void reportsOneRowPerSize() throws Exception {
    List<String> lines = BuildReport.lines(List.of(1, 2), 1);

    String cost = "\\d+\\.\\d s, \\d+ MB";
    assertThat(lines)
        .filteredOn(line -> line.matches("\\| [12] \\|.*"))
        .hasSize(2)
        .allMatch(line -> line.matches("\\| \\d( \\| " + cost + "){4} \\| \\d+\\.\\d \\|"));
    assertThat(lines).last().asString().startsWith("Weaving 2 classes takes ");
  }

  @Test
  void reportsFirstAndFurtherModules() throws Exception {
    List<String> lines = BuildReport.lines(ModuleCosts.of(3, 1));

    assertThat(lines)
        .filteredOn(line -> line.matches("\\| (first|each further) module( \\| [\\d,]+ ms){3} \\|"))
        .hasSize(2);
  }
}
