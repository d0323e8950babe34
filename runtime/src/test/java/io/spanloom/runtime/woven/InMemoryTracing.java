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

/** An SDK that collects spans in memory, and is uninstalled when it is closed. */
public final class InMemoryTracing implements AutoCloseable {

  private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
  private final OpenTelemetrySdk sdk;

  private InMemoryTracing(Sampler sampler, SpanProcessor... processors) {
    var provider =
        SdkTracerProvider.builder()
            .setSampler(sampler)
            .addSpanProcessor(SimpleSpanProcessor.create(exporter));
    for (SpanProcessor processor : processors) {
      provider.addSpanProcessor(processor);
    }
    sdk = OpenTelemetrySdk.builder().setTracerProvider(provider.build()).build();
  }

  /** Installs an SDK that samples every root span. */
  public static InMemoryTracing install(SpanProcessor... processors) {
    return install(Sampler.parentBased(Sampler.alwaysOn()), false, processors);
  }

  public static InMemoryTracing install(
      Sampler sampler, boolean followsParent, SpanProcessor... processors) {
    InMemoryTracing tracing = new InMemoryTracing(sampler, processors);
    Spans.install(tracing.sdk, followsParent);
    return tracing;
  }

  /** Creates an SDK without installing it. */
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
