package io.spanloom.runtime.woven;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class DeferredEndTest {

  private static final Duration UNUSED = Duration.ofHours(1);

  static Stream<StartingSite> sites() {
    return Stream.of(
        SpanSite.of("stream", "shop.Orders.stream"),
        StepSite.of("stream", "checkout", "shop.Orders.stream"),
        StepSite.of("stream", "checkout", "shop.Orders.stream").asEvents(),
        WorkflowSite.of("stream", "shop.Orders.stream"));
  }

  @ParameterizedTest
  @MethodSource("sites")
  void abandonedResultEndsAtLastUse(StartingSite site) {
    try (InMemoryTracing tracing = InMemoryTracing.install(Sampler.alwaysOn(), true)) {
      Context before = Context.current();
      site.start();
      ActiveCall call = site.pop();
      assertThat(call).isNotNull();
      call.restoreContext();
      DeferredEnd<String> end = call.defer(null);

      end.abandon(System.nanoTime() - UNUSED.toNanos());
      end.complete("ignored");

      assertThat(Context.current()).isEqualTo(before);
      assertThat(tracing.spans()).hasSize(1);
      SpanData span = tracing.spans().get(0);
      assertEndedAtLastUse(span.getEndEpochNanos());
      assertThat(span.getEvents())
          .filteredOn(event -> event.getName().equals("step.end"))
          .extracting(EventData::getEpochNanos)
          .allSatisfy(DeferredEndTest::assertEndedAtLastUse);
    }
  }

  private static void assertEndedAtLastUse(long epochNanos) {
    assertThat(Duration.between(Instant.ofEpochSecond(0, epochNanos), Instant.now()))
        .isBetween(UNUSED, UNUSED.plusMinutes(10));
  }
}
