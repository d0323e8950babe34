package io.spanloom.telemetry.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.sdk.autoconfigure.spi.internal.DefaultConfigProperties;
import io.opentelemetry.sdk.testing.time.TestClock;
import io.spanloom.support.LogCapture;
import io.spanloom.telemetry.Otlp;
import io.spanloom.telemetry.delivery.DroppedSpanReporter;
import io.spanloom.telemetry.delivery.ExportFailure;
import io.spanloom.telemetry.delivery.ExportFailure.Kind;
import io.spanloom.telemetry.delivery.SpanQueue;
import io.spanloom.telemetry.settings.SettingNames;
import io.spanloom.telemetry.settings.SettingsCheck;
import io.spanloom.telemetry.settings.UserLog;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SdkBootstrapTest {

  @Test
  void aBatchIsTriedAsLongAsTheExportTimeoutSaysAndForEverWhereItIsZero() {
    assertThat(patience(SettingNames.DEFAULTS)).hasSeconds(120);
    assertThat(patience(Map.of("otel.bsp.export.timeout", "1000"))).hasSeconds(1);
    assertThat(patience(Map.of("otel.bsp.export.timeout", "0")))
        .isEqualTo(DroppedSpanReporter.UNLIMITED);
  }

  @Test
  void whatIsTriedForEverIsSaidSo() {
    DroppedSpanReporter losses =
        new DroppedSpanReporter(
            new SpanQueue(), new UserLog(TestClock.create()), 2048, DroppedSpanReporter.UNLIMITED);
    try (LogCapture said = LogCapture.of("io.spanloom.telemetry")) {
      losses.failed(
          Otlp.endpoint("http://collector:4318", "grpc"),
          new ExportFailure(Kind.ABSENT, "nothing listens there"));
      assertThat(said.messages())
          .containsExactly(
              "Spans cannot be sent: http://collector:4318 (grpc), nothing listens there; "
                  + "port 4318 is usually that of http/protobuf:"
                  + " set OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf, or port 4317."
                  + " They are sent again, as many as the queue holds.");
    }
  }

  @Test
  void aSmallQueueHasSmallBatchesAndNoWarning() {
    Map<String, String> settings = new HashMap<>(SettingNames.DEFAULTS);
    settings.put("otel.bsp.max.queue.size", "1000");
    try (LogCapture said = LogCapture.of("io.spanloom.telemetry")) {
      assertThat(SettingsCheck.replacements(DefaultConfigProperties.createFromMap(settings)))
          .containsExactly(Map.entry("otel.bsp.max.export.batch.size", "1000"));
      assertThat(said.messages()).isEmpty();
    }
  }

  private static Duration patience(Map<String, String> properties) {
    return SdkBootstrap.patience(DefaultConfigProperties.createFromMap(properties));
  }
}
