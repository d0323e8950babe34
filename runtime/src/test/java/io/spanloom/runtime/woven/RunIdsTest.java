package io.spanloom.runtime.woven;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.SpanContext;
import org.junit.jupiter.api.Test;

final class RunIdsTest {

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
  void originIsValidAndSameInEachProcess() {
    SpanContext origin = RunOrigin.of("checkout", "o-1");

    assertThat(origin.isValid()).isTrue();
    assertThat(origin.isRemote()).isTrue();
    assertThat(origin.isSampled()).isTrue();
    assertThat(origin.getTraceId()).isEqualTo(RunOrigin.of("checkout", "o-1").getTraceId());
    assertThat(origin.getTraceId()).isNotEqualTo(RunOrigin.of("refund", "o-1").getTraceId());
  }
}
