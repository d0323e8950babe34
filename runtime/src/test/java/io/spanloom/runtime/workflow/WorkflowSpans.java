package io.spanloom.runtime.workflow;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.spanloom.runtime.woven.InMemoryTracing;
import io.spanloom.runtime.woven.StepSite;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** Records the spans of a test about workflows. */
abstract class WorkflowSpans {

  static final AttributeKey<String> WORKFLOW = AttributeKey.stringKey("workflow.name");
  static final AttributeKey<String> RUN_ID = AttributeKey.stringKey("workflow.run.id");
  static final AttributeKey<Long> ATTEMPT = AttributeKey.longKey("workflow.step.attempt");
  static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("workflow.step.outcome");
  static final AttributeKey<List<String>> OUT_OF_ORDER =
      AttributeKey.stringArrayKey("workflow.step.out_of_order");

  final InMemoryTracing tracing = InMemoryTracing.install();
  final StepSite reserve = StepSite.of("reserve", "checkout", "shop.Shop.reserve");
  final StepSite charge = StepSite.of("charge", "checkout", "shop.Shop.charge").after("reserve");

  @AfterEach
  void close() {
    tracing.close();
  }

  static void call(StepSite site) {
    site.start();
    site.end();
  }

  static String idAndAttempt(SpanData span) {
    return span.getAttributes().get(RUN_ID) + " " + span.getAttributes().get(ATTEMPT);
  }

  final SpanData span(String name) {
    return spans(name).get(0);
  }

  final List<SpanData> spans(String name) {
    return tracing.spans().stream().filter(span -> span.getName().equals(name)).toList();
  }
}
