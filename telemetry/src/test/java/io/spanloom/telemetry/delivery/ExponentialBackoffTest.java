package io.spanloom.telemetry.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.telemetry.delivery.ExportFailure.Kind;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ExponentialBackoffTest {

  private final ExponentialBackoff backoff = new ExponentialBackoff(true);

  @Test
  void pausesGrowFromOneSecondToFive() {
    assertThat(IntStream.rangeClosed(1, 6).mapToDouble(ExponentialBackoff::millis))
        .containsExactly(1_000.0, 1_500.0, 2_250.0, 3_375.0, 5_000.0, 5_000.0);
  }

  @Test
  void thereIsNoPauseThatWouldOutlastTheTimeOfABatch() {
    assertThat(backoff.before(1, Duration.ofMillis(700))).isFalse();
  }

  @Test
  void whoIsNotThereIsNotTriedAgainAtTheEnd() {
    assertThat(Kind.values())
        .filteredOn(backoff::worthwhile)
        .containsExactly(Kind.ABSENT, Kind.PASSING, Kind.BROKEN);
    backoff.end();
    assertThat(Kind.values())
        .filteredOn(backoff::worthwhile)
        .containsExactly(Kind.PASSING, Kind.BROKEN);
  }

  @Test
  void anInterruptEndsAPause() {
    Thread.currentThread().interrupt();
    assertThat(backoff.before(1, Duration.ofHours(1))).isFalse();
    assertThat(Thread.interrupted()).isTrue();
  }
}
