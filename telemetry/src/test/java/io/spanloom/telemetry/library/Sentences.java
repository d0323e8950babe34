package io.spanloom.telemetry.library;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What the package says while it is open. */
public final class Sentences extends Handler implements AutoCloseable {

  /** Held, because loggers that nobody holds are forgotten. */
  private final Logger logger = Logger.getLogger("io.spanloom.telemetry.library");

  private final List<String> said = new CopyOnWriteArrayList<>();

  public Sentences() {
    logger.addHandler(this);
    logger.setUseParentHandlers(false);
  }

  public List<String> all() {
    return List.copyOf(said);
  }

  @Override
  public void publish(LogRecord record) {
    said.add(record.getMessage());
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    logger.removeHandler(this);
    logger.setUseParentHandlers(true);
  }
}
