package io.spanloom.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.spanloom.runtime.Spans;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class TracedShopTest {

  @AfterEach
  void uninstall() {
    Spans.uninstall();
  }

  @Test
  void createsTwentySpansInOneTrace() {
    InMemorySpanExporter exporter = InMemorySpanExporter.create();
    SdkTracerProvider provider =
        SdkTracerProvider.builder().addSpanProcessor(SimpleSpanProcessor.create(exporter)).build();
    Spans.install(OpenTelemetrySdk.builder().setTracerProvider(provider).build(), false);

    new TracedShop().order(7);

    assertThat(exporter.getFinishedSpanItems()).hasSize(20);
    assertThat(exporter.getFinishedSpanItems())
        .extracting(span -> span.getTraceId())
        .containsOnly(exporter.getFinishedSpanItems().get(0).getTraceId());
  }
}
