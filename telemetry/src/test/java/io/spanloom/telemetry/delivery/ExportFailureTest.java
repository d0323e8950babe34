package io.spanloom.telemetry.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.exporter.internal.FailedExportException;
import io.spanloom.telemetry.delivery.ExportFailure.Kind;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;

final class ExportFailureTest {

  @Test
  void classifiesUnknownHost() {
    assertThat(
            ExportFailure.of(
                FailedExportException.httpFailedExceptionally(
                    new UnknownHostException("collector"))))
        .isEqualTo(new ExportFailure(Kind.UNREACHABLE, "unknown host"));
  }
}
