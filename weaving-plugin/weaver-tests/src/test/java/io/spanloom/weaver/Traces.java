package io.spanloom.weaver;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SdkTracerProviderBuilder;
import io.opentelemetry.sdk.trace.SpanLimits;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.spanloom.runtime.Spans;
import java.util.List;

/** An in-memory SDK, installed for woven code until closed. */
public final class Traces implements AutoCloseable {

  private static final SpanLimits ALL_EVENTS =
      SpanLimits.builder().setMaxNumberOfEvents(Integer.MAX_VALUE).build();

  private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
  private final StartedSpans started = new StartedSpans();
  private final OpenTelemetrySdk sdk;

  private Traces(
      Sampler sampler, boolean samplerFollowsParent, List<? extends SpanProcessor> processors) {
    SdkTracerProviderBuilder provider =
        SdkTracerProvider.builder()
            .setSpanLimits(ALL_EVENTS)
            .setSampler(sampler)
            .addSpanProcessor(started);
    processors.forEach(provider::addSpanProcessor);
    sdk =
        OpenTelemetrySdk.builder()
            .setTracerProvider(
                provider.addSpanProcessor(SimpleSpanProcessor.create(exporter)).build())
            .build();
    Spans.install(sdk, samplerFollowsParent);
  }

  /** Records every span. */
  public static Traces record() {
    return new Traces(Sampler.parentBased(Sampler.alwaysOn()), true, List.of());
  }

  /** Records the spans that a sampler keeps. */
  public static Traces record(Sampler sampler, boolean samplerFollowsParent) {
    return new Traces(sampler, samplerFollowsParent, List.of());
  }

  /** Records every span and passes it to additional span processors first. */
  public static Traces record(SpanProcessor... processors) {
    return new Traces(Sampler.parentBased(Sampler.alwaysOn()), true, List.of(processors));
  }

  OpenTelemetry openTelemetry() {
    return sdk;
  }

  /** Returns the ended spans in end order. */
  List<SpanData> spans() {
    return exporter.getFinishedSpanItems();
  }

  /** Returns the started spans in start order; some may not have ended. */
  List<ReadableSpan> started() {
    return started.inOrder();
  }

  /** Returns the started spans as an indented tree in start order. */
  String tree() {
    return SpanTree.of(started());
  }

  /** Returns the names of the ended spans. */
  public List<String> names() {
    return spans().stream().map(SpanData::getName).toList();
  }

  /** Returns the only span with a name. */
  public SpanData span(String name) {
    List<SpanData> found = spans().stream().filter(span -> span.getName().equals(name)).toList();
    if (found.size() != 1) {
      throw new AssertionError("spans named " + name + ": " + found.size() + " of " + names());
    }
    return found.get(0);
  }

  @Override
  public void close() {
    Spans.uninstall();
    sdk.close();
  }
}
