package io.spanloom.runtime.woven;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.SpanContext;
import io.spanloom.runtime.workflow.Workflow;
import io.spanloom.support.ForkedJvm;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class RunIdsTest {

  private static final String PROPERTY = "spanloom.workflow.run.id";

  @Test
  void blankIdIsNone() {
    assertThat(RunIds.recorded(null, false)).isNull();
    assertThat(RunIds.recorded(" ", true)).isNull();
  }

  @Test
  void hashHidesId() {
    assertThat(RunIds.recorded("token-123", true))
        .doesNotContain("token")
        .isEqualTo(RunIds.recorded("token-123", true))
        .isNotEqualTo(RunIds.recorded("token-124", true));
    assertThat(RunIds.recorded(42, false)).isEqualTo("42");
  }

  @Test
  void invalidSettingHashes() {
    assertThat(RunIds.hashes(null)).isFalse();
    assertThat(RunIds.hashes("plain")).isFalse();
    assertThat(RunIds.hashes(" HASH ")).isTrue();
    assertThat(RunIds.hashes("secret")).isTrue();
  }

  @Test
  @Tag("slow")
  void settingSelectsRecordedForm() throws Exception {
    assertThat(ForkedJvm.of(RecordedId.class).run()).isEqualTo("plain");
    assertThat(ForkedJvm.of(RecordedId.class).property(PROPERTY, "plain").run()).isEqualTo("plain");
    assertThat(ForkedJvm.of(RecordedId.class).property(PROPERTY, "hash").run()).isEqualTo("hash");
    assertThat(ForkedJvm.of(RecordedId.class).variable("SPANLOOM_WORKFLOW_RUN_ID", "hash").run())
        .isEqualTo("hash");
  }

  /** Prints the form of the ID that the span of a run has. */
  static final class RecordedId {
    public static void main(String[] arguments) {
      InMemoryTracing tracing = InMemoryTracing.install();
      Workflow.run("checkout", "o-1", () -> {});
      String id = tracing.spans().get(0).getAttributes().get(AttributeKeys.RUN_ID);
      if ("o-1".equals(id)) {
        System.out.print("plain");
      } else if (ValueRedactor.hashed("o-1").equals(id)) {
        System.out.print("hash");
      } else {
        System.out.print(id);
      }
    }
  }

  @Test
  void originIsValidAndSameInEachProcess() {
    SpanContext origin = RunOrigin.of("checkout", "o-1");

    assertThat(origin.isValid()).isTrue();
    assertThat(origin.isRemote()).isTrue();
    assertThat(origin.isSampled()).isTrue();
    assertThat(origin.getTraceId()).isEqualTo(RunOrigin.of("checkout", "o-1").getTraceId());
    assertThat(origin.getTraceId()).isNotEqualTo(RunOrigin.of("refund", "o-1").getTraceId());
  }
}
