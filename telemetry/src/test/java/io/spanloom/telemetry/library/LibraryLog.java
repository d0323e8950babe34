package io.spanloom.telemetry.library;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Records the messages that the library package logs until closed. */
public final class LibraryLog extends Handler implements AutoCloseable {

  /** A strong reference, because loggers are held weakly. */
  private final Logger logger = Logger.getLogger("io.spanloom.telemetry.library");

  private final List<String> messages = new CopyOnWriteArrayList<>();

  public LibraryLog() {
    logger.addHandler(this);
    logger.setUseParentHandlers(false);
  }

  public List<String> messages() {
    return List.copyOf(messages);
  }

  @Override
  public void publish(LogRecord record) {
    messages.add(record.getMessage());
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    logger.removeHandler(this);
    logger.setUseParentHandlers(true);
  }
}
