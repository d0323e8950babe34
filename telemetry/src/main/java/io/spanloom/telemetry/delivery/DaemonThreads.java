package io.spanloom.telemetry.delivery;

/** Threads for what may take for ever: none of them keeps the program from its end. */
public final class DaemonThreads {

  private DaemonThreads() {}

  public static Thread start(Runnable task, String name) {
    Thread thread = of(task, name);
    thread.start();
    return thread;
  }

  static Thread of(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }
}
