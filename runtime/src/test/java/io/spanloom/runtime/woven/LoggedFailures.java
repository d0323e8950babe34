package io.spanloom.runtime.woven;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Captures the messages that the runtime logs, until it is closed. */
final class LoggedFailures extends Handler implements AutoCloseable {

  private static final Logger LOGGER = Logger.getLogger("io.spanloom");

  private final List<String> messages = new ArrayList<>();

  LoggedFailures() {
    LOGGER.addHandler(this);
    LOGGER.setUseParentHandlers(false);
  }

  List<String> messages() {
    return messages;
  }

  @Override
  public void publish(LogRecord record) {
    messages.add(record.getMessage());
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    LOGGER.removeHandler(this);
    LOGGER.setUseParentHandlers(true);
  }
}
