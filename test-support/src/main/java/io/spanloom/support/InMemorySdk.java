package io.spanloom.support;

import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SdkTracerProviderBuilder;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.List;
import java.util.function.Consumer;

/**
 * An OpenTelemetry SDK that keeps the spans that end. It is not registered anywhere; subclasses may
 * install it and remove it in {@link #close}.
 */
public class InMemorySdk implements AutoCloseable {

  private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
  private final OpenTelemetrySdk sdk;

  /** Creates an SDK with the default settings of a tracer provider. */
  public InMemorySdk() {
    this(provider -> {});
  }

  /**
   * Creates an SDK.
   *
   * @param settings configures the tracer provider; the span processors that it adds are called
   *     before the span is kept
   */
  public InMemorySdk(Consumer<SdkTracerProviderBuilder> settings) {
    SdkTracerProviderBuilder provider = SdkTracerProvider.builder();
    settings.accept(provider);
    provider.addSpanProcessor(SimpleSpanProcessor.create(exporter));
    sdk = OpenTelemetrySdk.builder().setTracerProvider(provider.build()).build();
  }

  /**
   * Returns the SDK.
   *
   * @return the SDK, which this object closes
   */
  public final OpenTelemetrySdk sdk() {
    return sdk;
  }

  /**
   * Returns the sampled spans that have ended.
   *
   * @return a copy, in the order in which the spans ended
   */
  public final List<SpanData> spans() {
    return exporter.getFinishedSpanItems();
  }

  /**
   * Returns the names of the spans that have ended.
   *
   * @return a copy, in the order in which the spans ended
   */
  public final List<String> names() {
    return spans().stream().map(SpanData::getName).toList();
  }

  /**
   * Returns the only span of a name.
   *
   * @param name the span's name
   * @return the span
   * @throws AssertionError if there is none, or more than one
   */
  public final SpanData span(String name) {
    List<SpanData> found = spans().stream().filter(span -> span.getName().equals(name)).toList();
    if (found.size() != 1) {
      throw new AssertionError("spans named " + name + ": " + found.size() + " of " + names());
    }
    return found.get(0);
  }

  @Override
  public void close() {
    sdk.close();
  }
}
