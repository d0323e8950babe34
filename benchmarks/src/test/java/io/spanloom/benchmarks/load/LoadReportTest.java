package io.spanloom.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
final class LoadReportTest {

  @Test
  void reportsLatencyHeapAndStartUp() throws Exception {
    List<String> lines = LoadReport.lines(new LoadGenerator(4, 10, 1_000, 0, 1));

    assertThat(lines)
        .anyMatch(line -> line.matches("\\| a request, p50( \\| -?\\d+\\.\\d µs){3} \\| .*"))
        .anyMatch(line -> line.matches("\\| a request, p99( \\| -?\\d+\\.\\d µs){3} \\| .*"))
        .anyMatch(
            line ->
                line.matches(
                    "\\| heap .*, (under load|all spans sent)( \\| -?\\d+\\.\\d\\d MB){3} \\| .*"))
        .anyMatch(line -> line.matches("\\| untraced \\| \\d+\\.\\d\\d s .*"))
        .anyMatch(line -> line.matches("\\| Spanloom \\| \\d+\\.\\d\\d s .*"));
  }

  @Test
  void shopsReturnSameResult() {
    for (int number = 0; number < 100; number++) {
      assertThat(new TracedShop().order(number)).isEqualTo(new UntracedShop().order(number));
    }
  }
}
