package io.spanloom.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.common.Clock;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.spanloom.support.InMemorySdk;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** OpenTelemetry's behavior when the clock is set back, as docs/telemetry/start.md describes it. */
final class ClockTest {

  private final ManualClock clock = new ManualClock();
  private final InMemorySdk sdk = new InMemorySdk(provider -> provider.setClock(clock));
  private final Tracer tracer = sdk.sdk().getTracer("test");

  @Test
  void traceKeepsOrderWhenClockIsSetBack() {
    Span parent = tracer.spanBuilder("parent").startSpan();
    clock.wall -= TimeUnit.HOURS.toNanos(1);
    clock.monotonic += 10;
    Span child = tracer.spanBuilder("child").setParent(Context.root().with(parent)).startSpan();
    clock.monotonic += 10;
    child.end();
    clock.monotonic += 10;
    parent.end();
    List<SpanData> spans = sdk.spans();
    long start = spans.get(1).getStartEpochNanos();
    assertThat(spans.get(0).getStartEpochNanos()).isEqualTo(start + 10);
    assertThat(spans.get(0).getEndEpochNanos()).isEqualTo(start + 20);
    assertThat(spans.get(1).getEndEpochNanos()).isEqualTo(start + 30);
  }

  @Test
  void keepsExplicitEndBeforeStart() {
    tracer
        .spanBuilder("given")
        .setStartTimestamp(20, TimeUnit.SECONDS)
        .startSpan()
        .end(10, TimeUnit.SECONDS);
    assertThat(sdk.spans())
        .singleElement()
        .satisfies(
            span -> {
              assertThat(span.getStartEpochNanos()).isEqualTo(20_000_000_000L);
              assertThat(span.getEndEpochNanos()).isEqualTo(10_000_000_000L);
            });
  }

  /** A clock that tests set. */
  private static final class ManualClock implements Clock {
    long wall = TimeUnit.DAYS.toNanos(20_000);
    long monotonic;

    @Override
    public long now() {
      return wall;
    }

    @Override
    public long nanoTime() {
      return monotonic;
    }
  }
}
