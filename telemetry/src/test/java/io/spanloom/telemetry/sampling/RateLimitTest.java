package io.spanloom.telemetry.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RateLimitTest {

  private final ManualClock clock = new ManualClock();

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 7, 10, 1000, 1_000_000})
  void allowsOneSecondsWorthAtOnce(int rate) {
    RateLimit limit = new RateLimit(rate, clock);

    assertThat(acquire(limit, rate + 5)).isEqualTo(rate);
    clock.advance(3_600_000);
    assertThat(acquire(limit, rate + 5)).isEqualTo(rate);
  }

  @Test
  void recoversAtEvenPace() {
    RateLimit limit = new RateLimit(10, clock);
    acquire(limit, 10);
    int later = 0;

    for (int i = 0; i < 100; i++) {
      clock.advance(50);
      later += acquire(limit, 3);
    }

    assertThat(later).isEqualTo(50);
  }

  @Test
  void supportsRatesBelowOnePerSecond() {
    RateLimit limit = new RateLimit(0.1, clock);

    assertThat(acquire(limit, 3)).isEqualTo(1);
    clock.advance(9_999);
    assertThat(acquire(limit, 3)).isZero();
    clock.advance(1);
    assertThat(acquire(limit, 3)).isEqualTo(1);
  }

  @Test
  void clockSetBackCostsAtMostOneSecond() {
    RateLimit limit = new RateLimit(10, clock);
    acquire(limit, 10);

    clock.advance(-3_600_000);
    assertThat(acquire(limit, 20)).isEqualTo(10);
    clock.advance(-500);
    assertThat(acquire(limit, 20)).isLessThanOrEqualTo(10);
    clock.advance(1_500);
    assertThat(acquire(limit, 20)).isEqualTo(10);
  }

  @Test
  void threadsShareLimit() throws Exception {
    int threads = 8;
    RateLimit limit = new RateLimit(100, clock);
    CountDownLatch together = new CountDownLatch(threads);
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<Integer>> counts = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        counts.add(
            pool.submit(
                () -> {
                  together.countDown();
                  together.await(30, TimeUnit.SECONDS);
                  return acquire(limit, 1000);
                }));
      }
      int all = 0;
      for (Future<Integer> count : counts) {
        all += count.get(30, TimeUnit.SECONDS);
      }

      assertThat(all).isEqualTo(100);
    } finally {
      pool.shutdownNow();
    }
  }

  private static int acquire(RateLimit limit, int tries) {
    int result = 0;
    for (int i = 0; i < tries; i++) {
      result += limit.tryAcquire() ? 1 : 0;
    }
    return result;
  }
}
