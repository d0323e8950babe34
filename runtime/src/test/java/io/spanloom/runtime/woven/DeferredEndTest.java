package io.spanloom.runtime.woven;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class DeferredEndTest {

  private static final Duration UNUSED = Duration.ofHours(1);

  @Test
  void abandonedSpanEndsAtLastUse() {
    try (InMemoryTracing tracing = InMemoryTracing.install(Sampler.alwaysOn(), true)) {
      SpanSite site = SpanSite.of("stream", "shop.Orders.stream");
      Span span =
          tracing
              .sdk()
              .getTracer("test")
              .spanBuilder("stream")
              .setStartTimestamp(Instant.EPOCH)
              .startSpan();
      DeferredEnd<String> end =
          new DeferredEnd<>(site, Context.root().with(span), span, null, null, null);

      end.abandon(System.nanoTime() - UNUSED.toNanos());
      end.complete("ignored");

      SpanData data = tracing.spans().get(0);
      Duration untilNow =
          Duration.between(Instant.ofEpochSecond(0, data.getEndEpochNanos()), Instant.now());
      assertThat(untilNow).isBetween(UNUSED, UNUSED.plusMinutes(10));
    }
  }
}
