package io.spanloom.runtime.woven;

import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.spanloom.runtime.Spans;
import io.spanloom.support.InMemorySdk;
import java.util.List;

/** An SDK in memory that spans are made with until it is closed. */
public final class InMemoryTracing extends InMemorySdk {

  private InMemoryTracing(Sampler sampler, SpanProcessor... more) {
    super(
        provider -> {
          provider.setSampler(sampler);
          List.of(more).forEach(provider::addSpanProcessor);
        });
  }

  /** Installs an SDK that records everything. */
  public static InMemoryTracing install(SpanProcessor... more) {
    return install(Sampler.parentBased(Sampler.alwaysOn()), false, more);
  }

  public static InMemoryTracing install(
      Sampler sampler, boolean followsParent, SpanProcessor... more) {
    InMemoryTracing telemetry = new InMemoryTracing(sampler, more);
    Spans.install(telemetry.sdk(), followsParent);
    return telemetry;
  }

  /** Makes an SDK without installing it. */
  static InMemoryTracing create() {
    return new InMemoryTracing(Sampler.alwaysOn());
  }

  @Override
  public void close() {
    Spans.uninstall();
    super.close();
  }
}
