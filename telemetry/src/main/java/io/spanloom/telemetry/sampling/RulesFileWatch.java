package io.spanloom.telemetry.sampling;

import java.lang.ref.WeakReference;
import java.util.concurrent.TimeUnit;

/**
 * Reloads a sampler's file every two seconds on a separate thread, so that a slow disk blocks no
 * other thread. Samplers have no shutdown method, so the thread ends once the sampler is garbage
 * collected.
 */
final class RulesFileWatch implements Runnable {

  private static final long INTERVAL_SECONDS = 2;

  private final WeakReference<FileSampler> watched;

  private RulesFileWatch(FileSampler sampler) {
    this.watched = new WeakReference<>(sampler);
  }

  static Thread start(FileSampler sampler) {
    Thread thread = new Thread(new RulesFileWatch(sampler), "spanloom-sampling");
    thread.setDaemon(true);
    thread.setContextClassLoader(null);
    thread.start();
    return thread;
  }

  @Override
  public void run() {
    try {
      do {
        TimeUnit.SECONDS.sleep(INTERVAL_SECONDS);
      } while (reload());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean reload() {
    FileSampler sampler = watched.get();
    if (sampler == null) {
      return false;
    }
    sampler.reload();
    return true;
  }
}
