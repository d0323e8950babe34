package io.spanloom.benchmarks.load;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends requests to the servers at a constant rate.
 *
 * @param warmUp the number of requests that are not measured
 * @param requests the number of measured requests
 * @param perSecond the requests per second
 * @param flushSeconds the time that a server has to send its last spans
 * @param starts the number of starts of each server
 */
record LoadGenerator(int warmUp, int requests, int perSecond, int flushSeconds, int starts) {

  /** Sends requests for one minute per server. */
  static final LoadGenerator DEFAULT = new LoadGenerator(20_000, 40_000, 1_000, 5, 11);

  /** Waits while a server sends its last spans. */
  void waitForFlush() {
    LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(flushSeconds));
  }

  /** Sends orders to the shops in turn, first to warm up, then to measure. */
  void warmUpAndRun(ServerProcess server, List<String> shops)
      throws IOException, InterruptedException {
    send(server, shops, warmUp);
    server.get(ShopServer.LATENCIES);
    send(server, shops, requests);
  }

  private void send(ServerProcess server, List<String> shops, int count)
      throws IOException, InterruptedException {
    long interval = TimeUnit.SECONDS.toNanos(1) / perSecond;
    long next = System.nanoTime();
    for (int i = 0; i < count; i++) {
      server.order(shops.get(i % shops.size()), i);
      next += interval;
      LockSupport.parkNanos(next - System.nanoTime());
    }
  }
}
