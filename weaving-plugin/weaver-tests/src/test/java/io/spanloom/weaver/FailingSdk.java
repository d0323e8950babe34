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

/** An SDK of which one part throws: always, or every second time. */
final class FailingSdk {

  /** What throws. */
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
  private int asked;

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
    return asked >= every;
  }

  private void in(Part part) {
    if (part == failing && ++asked % every == 0) {
      FailingSdk.<RuntimeException>sneak(failure);
    }
  }

  @SuppressWarnings("unchecked") // what is thrown is thrown as it is, checked or not
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
      in(Part.SAMPLER);
      return SamplingResult.recordAndSample();
    }
  }

  private final class FailingIds implements IdGenerator {
    @Override
    public String generateSpanId() {
      in(Part.SPAN_ID);
      return IdGenerator.random().generateSpanId();
    }

    @Override
    public String generateTraceId() {
      in(Part.TRACE_ID);
      return IdGenerator.random().generateTraceId();
    }
  }

  private final class FailingClock implements Clock {
    @Override
    public long now() {
      in(Part.CLOCK);
      return Clock.getDefault().now();
    }

    @Override
    public long nanoTime() {
      in(Part.CLOCK);
      return Clock.getDefault().nanoTime();
    }
  }

  private final class FailingProcessor implements TestProcessor {
    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
      in(Part.ON_START);
    }

    @Override
    public void onEnd(ReadableSpan span) {
      in(Part.ON_END);
    }
  }

  private final class FailingExporter implements TestExporter {
    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
      in(Part.EXPORTER);
      return CompletableResultCode.ofSuccess();
    }
  }
}
