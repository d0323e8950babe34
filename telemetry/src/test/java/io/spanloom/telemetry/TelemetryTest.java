package io.spanloom.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TelemetryTest {

  @Test
  void recognizesOnlyParentBasedSamplersThatDropAllChildren() {
    assertThat(Telemetry.followsParent(Sampler.parentBased(Sampler.traceIdRatioBased(0.1))))
        .isTrue();
    for (Sampler other :
        List.of(
            Sampler.alwaysOn(),
            Sampler.traceIdRatioBased(0.1),
            Sampler.parentBasedBuilder(Sampler.alwaysOn())
                .setLocalParentNotSampled(Sampler.alwaysOn())
                .build(),
            Sampler.parentBasedBuilder(Sampler.alwaysOn())
                .setRemoteParentNotSampled(Sampler.traceIdRatioBased(0.5))
                .build())) {
      assertThat(Telemetry.followsParent(other)).as(other.getDescription()).isFalse();
    }
  }
}
