package io.spanloom.benchmarks.load;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * How much is asked of the servers.
 *
 * @param warmUp requests that are not measured
 * @param requests requests that are
 * @param perSecond requests in a second, evenly spread
 * @param restSeconds how long a server has to send its last spans
 * @param starts how often each kind of server is started
 */
record LoadGenerator(int warmUp, int requests, int perSecond, int restSeconds, int starts) {

  /** Two minutes and a half of orders, then the starts. */
  static final LoadGenerator USUAL = new LoadGenerator(20_000, 40_000, 1_000, 5, 11);

  void rest() {
    LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(restSeconds));
  }

  /** Sends orders to the shops in turn, and then measured ones. */
  void warmUpAndRun(ServerProcess server, List<String> shops)
      throws IOException, InterruptedException {
    send(server, shops, warmUp);
    server.ask(ShopServer.TIMES);
    send(server, shops, requests);
  }

  private void send(ServerProcess server, List<String> shops, int count)
      throws IOException, InterruptedException {
    long distance = TimeUnit.SECONDS.toNanos(1) / perSecond;
    long next = System.nanoTime();
    for (int i = 0; i < count; i++) {
      server.order(shops.get(i % shops.size()), i);
      next += distance;
      LockSupport.parkNanos(next - System.nanoTime());
    }
  }
}
