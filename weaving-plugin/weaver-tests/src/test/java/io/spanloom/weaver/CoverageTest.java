package io.spanloom.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.jacoco.core.analysis.Analyzer;
import org.jacoco.core.analysis.CoverageBuilder;
import org.jacoco.core.analysis.IClassCoverage;
import org.jacoco.core.data.ExecutionDataStore;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Classes in the reports of JaCoCo. */
@Tag("slow")
final class CoverageTest {

  private static final String ORDERS =
      """
      package shop;
      import io.spanloom.*;
      public class Orders {
        @Traced
        @SpanAttribute(value = "length", from = "result.length()")
        public String place(@SpanAttribute(value = "id", from = "trim()") String id) { return id; }
      }
      """;

  @Test
  void leavesOutGeneratedClasses() throws IOException {
    assertThat(coveredClasses(Program.compile(ORDERS))).containsExactly("shop/Orders");
  }

  @Test
  void leavesOutReducedClasses() throws IOException {
    assertThat(coveredClasses(Program.compile(ORDERS).weave())).containsExactly("shop/Orders");
  }

  /** Returns the classes that reports show: those with instructions that are not filtered. */
  private static List<String> coveredClasses(Program program) throws IOException {
    CoverageBuilder coverage = new CoverageBuilder();
    new Analyzer(new ExecutionDataStore(), coverage).analyzeAll(program.classes().toFile());
    return coverage.getClasses().stream()
        .filter(IClassCoverage::containsCode)
        .map(IClassCoverage::getName)
        .toList();
  }
}
