package io.spanloom.runtime.woven;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.spanloom.runtime.workflow.Steps;
import io.spanloom.runtime.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The runs that the process keeps are bounded. */
final class WorkflowRunsTest {

  @Test
  void tenThousandRunsAtOnceStaySeparate() {
    List<WorkflowRun> runs = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      runs.add(WorkflowRuns.get("many", "m-" + i, false));
      runs.get(i).start("step");
    }
    for (int i = 0; i < 10_000; i++) {
      WorkflowRun run = WorkflowRuns.get("many", "m-" + i, false);
      assertThat(run).isSameAs(runs.get(i));
      assertThat(run.start("step")).isEqualTo(2);
      WorkflowRuns.remove(run);
    }
  }

  @Test
  void keepsLimitedNumberOfUnfinishedRuns() {
    for (int i = 0; i < 3 * WorkflowRuns.MAX_RUNS; i++) {
      WorkflowRuns.get("unfinished", "u-" + i, false).start("step");
    }
    assertThat(WorkflowRuns.size()).isEqualTo(WorkflowRuns.MAX_RUNS);
  }

  @Test
  @Tag("slow")
  void millionRunsOneAfterAnotherLeaveNothingBehind() {
    try (InMemoryTracing tracing =
        InMemoryTracing.install(Sampler.parentBased(Sampler.alwaysOff()), true)) {
      runAll(10_000); // also makes room among the runs that other tests left
      int before = WorkflowRuns.size();
      long used = usedAfterGc();
      runAll(1_000_000);
      assertThat(WorkflowRuns.size()).isEqualTo(before);
      assertThat(usedAfterGc() - used).isLessThan(4L << 20);
      assertThat(tracing.spans()).isEmpty();
      assertThat(Context.current()).isSameAs(Context.root());
    }
  }

  private static void runAll(int count) {
    for (int i = 0; i < count; i++) {
      Workflow.run("short", "s-" + i, () -> Steps.run("step", () -> {}));
    }
  }

  private static long usedAfterGc() {
    Runtime runtime = Runtime.getRuntime();
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 5; i++) {
      System.gc();
      least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
    }
    return least;
  }
}
