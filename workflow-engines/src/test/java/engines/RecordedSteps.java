package engines;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.spanloom.runtime.Spans;
import io.spanloom.support.InMemorySdk;
import java.util.List;

/** Records the steps of a test. */
final class RecordedSteps extends InMemorySdk {

  private static final AttributeKey<String> NAME = AttributeKey.stringKey("workflow.step.name");
  private static final AttributeKey<String> RUN_ID = AttributeKey.stringKey("workflow.run.id");
  private static final AttributeKey<Long> ATTEMPT = AttributeKey.longKey("workflow.step.attempt");
  private static final AttributeKey<String> OUTCOME =
      AttributeKey.stringKey("workflow.step.outcome");
  private static final AttributeKey<List<String>> OUT_OF_ORDER =
      AttributeKey.stringArrayKey("workflow.step.out_of_order");

  private RecordedSteps() {}

  static RecordedSteps start() {
    RecordedSteps steps = new RecordedSteps();
    Spans.install(steps.sdk(), true);
    return steps;
  }

  /** Returns lines such as {@code charge of o-1, attempt 2: success}. */
  List<String> lines() {
    return steps().stream().map(RecordedSteps::line).toList();
  }

  List<SpanData> steps() {
    return spans().stream().filter(span -> span.getAttributes().get(NAME) != null).toList();
  }

  static String line(SpanData step) {
    List<String> early = step.getAttributes().get(OUT_OF_ORDER);
    return step.getAttributes().get(NAME)
        + " of "
        + step.getAttributes().get(RUN_ID)
        + ", attempt "
        + step.getAttributes().get(ATTEMPT)
        + ": "
        + step.getAttributes().get(OUTCOME)
        + (early == null ? "" : ", before " + early);
  }

  @Override
  public void close() {
    Spans.uninstall();
    super.close();
  }
}
