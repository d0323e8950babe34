package io.spanloom.runtime.woven;

import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.spanloom.runtime.Spans;
import java.util.List;

/** An SDK in memory that spans are made with until it is closed. */
public final class InMemoryTracing implements AutoCloseable {

  private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
  private final OpenTelemetrySdk sdk;

  private InMemoryTracing(Sampler sampler, SpanProcessor... more) {
    var provider =
        SdkTracerProvider.builder()
            .setSampler(sampler)
            .addSpanProcessor(SimpleSpanProcessor.create(exporter));
    for (SpanProcessor processor : more) {
      provider.addSpanProcessor(processor);
    }
    sdk = OpenTelemetrySdk.builder().setTracerProvider(provider.build()).build();
  }

  /** Installs an SDK that records everything. */
  public static InMemoryTracing install(SpanProcessor... more) {
    return install(Sampler.parentBased(Sampler.alwaysOn()), false, more);
  }

  public static InMemoryTracing install(
      Sampler sampler, boolean followsParent, SpanProcessor... more) {
    InMemoryTracing telemetry = new InMemoryTracing(sampler, more);
    Spans.install(telemetry.sdk, followsParent);
    return telemetry;
  }

  /** Makes an SDK without installing it. */
  static InMemoryTracing create() {
    return new InMemoryTracing(Sampler.alwaysOn());
  }

  OpenTelemetrySdk sdk() {
    return sdk;
  }

  public List<SpanData> spans() {
    return exporter.getFinishedSpanItems();
  }

  public List<String> names() {
    return spans().stream().map(SpanData::getName).toList();
  }

  @Override
  public void close() {
    Spans.uninstall();
    sdk.close();
  }
}
