package io.spanloom.runtime.woven;

import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.spanloom.runtime.Spans;
import io.spanloom.support.InMemorySdk;
import java.util.List;

/** An SDK that collects spans in memory, and is uninstalled when it is closed. */
public final class InMemoryTracing extends InMemorySdk {

  private InMemoryTracing(Sampler sampler, SpanProcessor... processors) {
    super(
        provider -> {
          provider.setSampler(sampler);
          List.of(processors).forEach(provider::addSpanProcessor);
        });
  }

  /** Installs an SDK that samples every root span. */
  public static InMemoryTracing install(SpanProcessor... processors) {
    return install(Sampler.parentBased(Sampler.alwaysOn()), false, processors);
  }

  public static InMemoryTracing install(
      Sampler sampler, boolean followsParent, SpanProcessor... processors) {
    InMemoryTracing tracing = new InMemoryTracing(sampler, processors);
    Spans.install(tracing.sdk(), followsParent);
    return tracing;
  }

  /** Creates an SDK without installing it. */
  static InMemoryTracing create() {
    return new InMemoryTracing(Sampler.alwaysOn());
  }

  @Override
  public void close() {
    Spans.uninstall();
    super.close();
  }
}
