package io.spanloom.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.weaver.WeaveException;
import io.spanloom.weaver.WeaveResult;
import io.spanloom.weaver.Weaver;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program with the agent's annotations, woven: the spans must be those of the agent. */
@Tag("slow")
final class LeavingTheAgentTest {

  private static final String MAIN = "program.Main";

  /** The start of the expected spans that only the agent creates. */
  private static final String AGENT_ONLY = "unseen: ";

  @TempDir private Path folder;

  @Test
  void createsSameSpansWithoutAgent() {
    List<ExportedSpan> spans =
        ProgramRun.withoutTheAgent().withAllLibraries("export.SdkMain", woven().compile("export"));

    assertThat(text(spans)).isEqualTo(ExpectedSpans.upTo(AGENT_ONLY, ExpectedSpans.ANNOTATIONS));
  }

  @Test
  void createsOneSpanPerCallUnderAgent() {
    List<ExportedSpan> spans =
        ProgramRun.underTheAgent(
                "-Dotel.semconv-stability.opt-in=code", "-Dotel.javaagent.add-thread-details=false")
            .withAllLibraries(MAIN, woven());

    assertThat(text(spans)).isEqualTo(ExpectedSpans.upTo(AGENT_ONLY, ExpectedSpans.ANNOTATIONS));
    assertThat(spans).extracting(ExportedSpan::scope).containsOnly("program", "io.spanloom");
  }

  @Test
  void secondBuildWeavesNothing() throws WeaveException {
    woven();

    WeaveResult again = Weaver.weave(folder, Classes.testClassPath());

    assertThat(again.wovenClasses()).isEmpty();
    assertThat(again.unchangedClasses()).isPositive();
    assertThat(again.warnings()).isEmpty();
  }

  private Classes woven() {
    return new Classes(folder).compileWithProcessor("program", "-parameters").weave();
  }

  private static String text(List<ExportedSpan> spans) {
    return new SpanText(false, UnaryOperator.identity()).of(spans);
  }
}
