package io.spanloom.telemetry.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.telemetry.delivery.ExportFailure.Kind;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ExponentialBackoffTest {

  private final ExponentialBackoff backoff = new ExponentialBackoff(true);

  @Test
  void delaysGrowFromOneToFiveSeconds() {
    assertThat(IntStream.rangeClosed(1, 6).mapToDouble(ExponentialBackoff::delayMillis))
        .containsExactly(1_000.0, 1_500.0, 2_250.0, 3_375.0, 5_000.0, 5_000.0);
  }

  @Test
  void stopsIfDelayExceedsRemainingTime() {
    assertThat(backoff.await(1, Duration.ofMillis(700))).isFalse();
  }

  @Test
  void doesNotRetryUnreachableServerDuringShutdown() {
    assertThat(Kind.values())
        .filteredOn(backoff::shouldRetry)
        .containsExactly(Kind.UNREACHABLE, Kind.TRANSIENT, Kind.DISCONNECTED);
    backoff.beginShutdown();
    assertThat(Kind.values())
        .filteredOn(backoff::shouldRetry)
        .containsExactly(Kind.TRANSIENT, Kind.DISCONNECTED);
  }

  @Test
  void interruptEndsDelay() {
    Thread.currentThread().interrupt();
    assertThat(backoff.await(1, Duration.ofHours(1))).isFalse();
    assertThat(Thread.interrupted()).isTrue();
  }
}
