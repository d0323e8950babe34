package io.spanloom.telemetry;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What telemetry said while this was open. */
public final class Said extends Handler implements AutoCloseable {

  private final Logger logger = Logger.getLogger("io.spanloom.telemetry");
  private final List<String> sentences = new CopyOnWriteArrayList<>();

  public static Said open() {
    Said said = new Said();
    said.logger.addHandler(said);
    return said;
  }

  public List<String> sentences() {
    return sentences;
  }

  @Override
  public void publish(LogRecord record) {
    sentences.add(record.getMessage());
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    logger.removeHandler(this);
  }
}
