package io.spanloom.weaver;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.common.Clock;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.IdGenerator;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import io.spanloom.support.TestExporter;
import io.spanloom.support.TestProcessor;
import io.spanloom.support.TestSampler;
import java.util.Collection;
import java.util.List;

/** An SDK with a part that throws on every nth call. */
final class FailingSdk {

  /** A part that can throw. */
  enum Part {
    SAMPLER,
    ON_START,
    ON_END,
    EXPORTER,
    TRACE_ID,
    SPAN_ID,
    CLOCK
  }

  private final Part failing;
  private final Throwable failure;
  private final int every;
  private int calls;

  FailingSdk(Part failing, Throwable failure, int every) {
    this.failing = failing;
    this.failure = failure;
    this.every = every;
  }

  OpenTelemetrySdk sdk() {
    return OpenTelemetrySdk.builder()
        .setTracerProvider(
            SdkTracerProvider.builder()
                .setSampler(new FailingSampler())
                .setIdGenerator(new FailingIds())
                .setClock(new FailingClock())
                .addSpanProcessor(new FailingProcessor())
                .addSpanProcessor(SimpleSpanProcessor.create(new FailingExporter()))
                .build())
        .build();
  }

  boolean hasFailed() {
    return calls >= every;
  }

  private void failIn(Part part) {
    if (part == failing && ++calls % every == 0) {
      FailingSdk.<RuntimeException>sneak(failure);
    }
  }

  @SuppressWarnings("unchecked") // throws checked exceptions without declaring them
  private static <E extends Throwable> void sneak(Throwable failure) throws E {
    throw (E) failure;
  }

  private final class FailingSampler implements TestSampler {
    @Override
    public SamplingResult shouldSample(
        Context parent,
        String traceId,
        String name,
        SpanKind kind,
        Attributes attributes,
        List<LinkData> links) {
      failIn(Part.SAMPLER);
      return SamplingResult.recordAndSample();
    }
  }

  private final class FailingIds implements IdGenerator {
    @Override
    public String generateSpanId() {
      failIn(Part.SPAN_ID);
      return IdGenerator.random().generateSpanId();
    }

    @Override
    public String generateTraceId() {
      failIn(Part.TRACE_ID);
      return IdGenerator.random().generateTraceId();
    }
  }

  private final class FailingClock implements Clock {
    @Override
    public long now() {
      failIn(Part.CLOCK);
      return Clock.getDefault().now();
    }

    @Override
    public long nanoTime() {
      failIn(Part.CLOCK);
      return Clock.getDefault().nanoTime();
    }
  }

  private final class FailingProcessor implements TestProcessor {
    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
      failIn(Part.ON_START);
    }

    @Override
    public void onEnd(ReadableSpan span) {
      failIn(Part.ON_END);
    }
  }

  private final class FailingExporter implements TestExporter {
    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
      failIn(Part.EXPORTER);
      return CompletableResultCode.ofSuccess();
    }
  }
}
