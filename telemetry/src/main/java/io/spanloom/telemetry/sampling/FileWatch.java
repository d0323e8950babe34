package io.spanloom.telemetry.sampling;

import java.lang.ref.WeakReference;
import java.util.concurrent.TimeUnit;

/**
 * Has a file read every two seconds, by a thread of its own: a slow disk must not hold up the
 * program's threads. A sampler is never told that it is no longer wanted, so the thread ends once
 * nobody holds it.
 */
final class FileWatch implements Runnable {

  private static final long SECONDS = 2;

  private final WeakReference<FileSampler> watched;

  private FileWatch(FileSampler sampler) {
    this.watched = new WeakReference<>(sampler);
  }

  static Thread start(FileSampler sampler) {
    Thread thread = new Thread(new FileWatch(sampler), "spanloom-sampling");
    thread.setDaemon(true);
    thread.setContextClassLoader(null);
    thread.start();
    return thread;
  }

  @Override
  public void run() {
    try {
      do {
        TimeUnit.SECONDS.sleep(SECONDS);
      } while (isHeldAndChecked());
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isHeldAndChecked() {
    FileSampler sampler = watched.get();
    if (sampler == null) {
      return false;
    }
    sampler.check();
    return true;
  }
}
