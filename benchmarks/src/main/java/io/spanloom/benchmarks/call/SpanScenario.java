package io.spanloom.benchmarks.call;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.spanloom.runtime.Spans;

/**
 * Scenarios of a traced call, each with the target for Spanloom's time relative to hand tracing.
 */
public enum SpanScenario {
  /** The program registers no SDK, the usual case when tracing is off. */
  NOTHING_REGISTERED(0.15) {
    @Override
    OpenTelemetry start(SpanProcessor processor) {
      return OpenTelemetry.noop();
    }
  },

  /** The program installs the no-op OpenTelemetry. */
  NOOP_INSTALLED(0.15) {
    @Override
    OpenTelemetry start(SpanProcessor processor) {
      Spans.install(OpenTelemetry.noop(), false);
      return OpenTelemetry.noop();
    }
  },

  /** The method is disabled in a traced program; tracing by hand uses the no-op instead. */
  SWITCHED_OFF(0.15) {
    @Override
    OpenTelemetry start(SpanProcessor processor) {
      install(Sampler.alwaysOn(), processor, true);
      Spans.disable(SpanloomOrders.class.getName());
      return OpenTelemetry.noop();
    }
  },

  /** The parent is dropped, and the sampler is known to follow the parent. */
  DROPPED_SAMPLER_FOLLOWS_PARENT(0.05) {
    @Override
    OpenTelemetry start(SpanProcessor processor) {
      return install(Sampler.alwaysOff(), processor, true);
    }
  },

  /** The parent is dropped, the sampler follows it, and the site had spans before. */
  DROPPED_SITE_HAD_SPANS(0.05) {
    @Override
    OpenTelemetry start(SpanProcessor processor) {
      return install(Sampler.alwaysOff(), processor, true);
    }
  },

  /** The parent is dropped, and the sampler decides for each child. */
  DROPPED_SAMPLER_UNKNOWN(0.7) {
    @Override
    OpenTelemetry start(SpanProcessor processor) {
      return install(Sampler.alwaysOff(), processor, false);
    }
  },

  /** Parent and child are sampled. */
  SAMPLED(1.05) {
    @Override
    OpenTelemetry start(SpanProcessor processor) {
      return install(Sampler.alwaysOn(), processor, true);
    }
  };

  private final double target;

  SpanScenario(double target) {
    this.target = target;
  }

  /** Returns the maximum of Spanloom's time per call divided by the time by hand. */
  double target() {
    return target;
  }

  /**
   * Sets up the scenario for Spanloom.
   *
   * @param processor the processor of sampled spans
   * @return the OpenTelemetry for tracing by hand
   */
  abstract OpenTelemetry start(SpanProcessor processor);

  private static OpenTelemetry install(
      Sampler root, SpanProcessor processor, boolean samplerFollowsParent) {
    OpenTelemetry result =
        OpenTelemetrySdk.builder()
            .setTracerProvider(
                SdkTracerProvider.builder()
                    .setSampler(Sampler.parentBased(root))
                    .addSpanProcessor(processor)
                    .build())
            .build();
    Spans.install(result, samplerFollowsParent);
    return result;
  }
}
