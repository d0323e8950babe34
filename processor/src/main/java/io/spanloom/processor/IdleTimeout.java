package io.spanloom.processor;

import java.util.concurrent.TimeUnit;

/** Waits until the processor's classes have not been used for some minutes. */
public final class IdleTimeout implements Runnable {

  private static final long MINUTES = 5;

  /** Called by reflection. */
  public IdleTimeout() {}

  @Override
  public void run() {
    boolean used = true;
    while (used) {
      try {
        TimeUnit.MINUTES.sleep(MINUTES);
        used = false;
      } catch (InterruptedException usedAgain) {
        // Each use interrupts the thread, which starts another period.
      }
    }
  }
}
