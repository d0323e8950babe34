package io.spanloom.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.sdk.autoconfigure.spi.internal.DefaultConfigProperties;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SdkStartTest {

  @Test
  void aBatchIsTriedAsLongAsTheExportTimeoutSaysAndForEverWhereItIsZero() {
    assertThat(patience(Variables.DEFAULTS)).hasSeconds(120);
    assertThat(patience(Map.of("otel.bsp.export.timeout", "1000"))).hasSeconds(1);
    assertThat(patience(Map.of("otel.bsp.export.timeout", "0"))).isGreaterThan(Duration.ofDays(9));
  }

  private static Duration patience(Map<String, String> properties) {
    return SdkStart.patience(DefaultConfigProperties.createFromMap(properties));
  }
}
