package io.spanloom.benchmarks.call;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.spanloom.runtime.Spans;

/** What becomes of the span of a call, with what a ratio may be at most. */
public enum SpanScenario {
  /** There is no SDK, and the program says nothing of it: the usual case of tracing that is off. */
  NOTHING_REGISTERED(0.15) {
    @Override
    OpenTelemetry start(SpanProcessor processor) {
      return OpenTelemetry.noop();
    }
  },

  /** The program installed the no-op. */
  NOOP_INSTALLED(0.15) {
    @Override
    OpenTelemetry start(SpanProcessor processor) {
      Spans.install(OpenTelemetry.noop(), false);
      return OpenTelemetry.noop();
    }
  },

  /** The method is switched off in a program that traces; by hand, the no-op stands for that. */
  SWITCHED_OFF(0.15) {
    @Override
    OpenTelemetry start(SpanProcessor processor) {
      installed(Sampler.alwaysOn(), processor, true);
      Spans.disable(SpanloomOrders.class.getName());
      return OpenTelemetry.noop();
    }
  },

  /** The parent was dropped, and the sampler is known to drop its children as well. */
  DROPPED_SAMPLER_FOLLOWS_PARENT(0.05) {
    @Override
    OpenTelemetry start(SpanProcessor processor) {
      return installed(Sampler.alwaysOff(), processor, true);
    }
  },

  /** The same, at a site that has had spans before. */
  DROPPED_SITE_HAD_SPANS(0.05) {
    @Override
    OpenTelemetry start(SpanProcessor processor) {
      return installed(Sampler.alwaysOff(), processor, true);
    }
  },

  /** The parent was dropped, and the sampler has to be asked for each child. */
  DROPPED_SAMPLER_UNKNOWN(0.7) {
    @Override
    OpenTelemetry start(SpanProcessor processor) {
      return installed(Sampler.alwaysOff(), processor, false);
    }
  },

  /** The parent was sampled, and so is the child. */
  SAMPLED(1.05) {
    @Override
    OpenTelemetry start(SpanProcessor processor) {
      return installed(Sampler.alwaysOn(), processor, true);
    }
  };

  private final double target;

  SpanScenario(double target) {
    this.target = target;
  }

  /** The time of a call traced by Spanloom, as a part of that of one traced by hand. */
  double target() {
    return target;
  }

  /**
   * Brings it about for all spans of Spanloom.
   *
   * @param processor sees the sampled spans
   * @return what to trace by hand with
   */
  abstract OpenTelemetry start(SpanProcessor processor);

  private static OpenTelemetry installed(
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
