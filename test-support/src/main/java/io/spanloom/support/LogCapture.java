package io.spanloom.support;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Collectors;

/**
 * Captures what is logged with {@code java.util.logging} below a logger, and keeps it from the
 * console, until it is closed.
 */
public final class LogCapture extends Handler implements AutoCloseable {

  private static final long LIMIT_SECONDS = 60;

  /** Referenced, because {@code LogManager} does not prevent garbage collection of loggers. */
  private final Logger logger;

  private final List<LogRecord> records = new CopyOnWriteArrayList<>();

  private LogCapture(Logger logger) {
    this.logger = logger;
  }

  /**
   * Starts to capture.
   *
   * @param logger the logger's name, usually a package
   * @return the capture, to be closed
   */
  public static LogCapture of(String logger) {
    LogCapture capture = new LogCapture(Logger.getLogger(logger));
    capture.logger.addHandler(capture);
    capture.logger.setUseParentHandlers(false);
    return capture;
  }

  /**
   * Returns the messages so far, without their parameters.
   *
   * @return an unmodifiable copy
   */
  public List<String> messages() {
    return records.stream().map(LogRecord::getMessage).toList();
  }

  /**
   * Returns the messages so far, each after its level.
   *
   * @return an unmodifiable copy of lines such as {@code WARNING Dropped 3 spans.}
   */
  public List<String> lines() {
    return records.stream().map(entry -> entry.getLevel() + " " + entry.getMessage()).toList();
  }

  /**
   * Returns everything that was logged so far, with parameters and stack traces.
   *
   * @param ignored the names of loggers to ignore
   * @return the text
   */
  public String text(Set<String> ignored) {
    SimpleFormatter formatter = new SimpleFormatter();
    return records.stream()
        .filter(entry -> !ignored.contains(String.valueOf(entry.getLoggerName())))
        .map(formatter::format)
        .collect(Collectors.joining());
  }

  /**
   * Waits until a line has been logged.
   *
   * @param part a part of the line
   * @throws AssertionError if it is not logged within a minute
   * @throws InterruptedException if the thread is interrupted
   */
  public synchronized void waitFor(String part) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
    while (lines().stream().noneMatch(line -> line.contains(part))) {
      long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      if (left <= 0) {
        throw new AssertionError("not logged: " + part + "; logged: " + lines());
      }
      wait(left);
    }
  }

  @Override
  public synchronized void publish(LogRecord entry) {
    records.add(entry);
    notifyAll();
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    logger.removeHandler(this);
    logger.setUseParentHandlers(true);
  }
}
