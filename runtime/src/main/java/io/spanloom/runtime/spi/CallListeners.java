package io.spanloom.runtime.spi;

import org.jspecify.annotations.Nullable;

/** Installs the {@link CallListener} of the program. Safe for use by multiple threads. */
public final class CallListeners {

  private static volatile @Nullable CallListener current;

  private CallListeners() {}

  /**
   * Installs a listener that replaces the current one. It is notified of calls that begin from now
   * on; the end of a running call is reported to the listener that its start was reported to.
   *
   * @param listener the listener, or null for none
   */
  public static void set(@Nullable CallListener listener) {
    current = listener;
  }

  /**
   * Returns the installed listener.
   *
   * @return the listener, or null if there is none
   */
  public static @Nullable CallListener get() {
    return current;
  }
}
