package io.spanloom.telemetry;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Captures what Spanloom logs until it is closed. */
public final class LoggedLines extends Handler implements AutoCloseable {

  private static final Logger LOGGER = Logger.getLogger("io.spanloom.telemetry");

  private final List<String> lines = new CopyOnWriteArrayList<>();

  /** Starts to capture. */
  public LoggedLines() {
    LOGGER.addHandler(this);
    LOGGER.setUseParentHandlers(false);
  }

  /**
   * Returns the captured messages.
   *
   * @return the messages, each after its level
   */
  public List<String> lines() {
    return lines;
  }

  /**
   * Waits for a message.
   *
   * @param part a part of the message
   * @throws InterruptedException if the thread is interrupted
   */
  public synchronized void waitFor(String part) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (lines.stream().noneMatch(line -> line.contains(part))) {
      long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      if (left <= 0) {
        throw new AssertionError("not logged: " + part + "; but: " + lines);
      }
      wait(left);
    }
  }

  @Override
  public synchronized void publish(LogRecord entry) {
    lines.add(entry.getLevel() + " " + entry.getMessage());
    notifyAll();
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    LOGGER.removeHandler(this);
    LOGGER.setUseParentHandlers(true);
  }
}
