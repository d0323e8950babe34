package io.spanloom.telemetry.view;

import java.text.MessageFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What the views log while a test runs: {@code LEVEL sentence}; stack traces are not expected. */
final class LoggedSentences extends Handler implements AutoCloseable {

  private final Logger logger = Logger.getLogger("io.spanloom.telemetry.view");
  private final List<String> sentences = new CopyOnWriteArrayList<>();

  LoggedSentences() {
    logger.setUseParentHandlers(false);
    logger.addHandler(this);
  }

  List<String> sentences() {
    return sentences;
  }

  @Override
  public void publish(LogRecord record) {
    String thrown = record.getThrown() == null ? "" : " with a stack trace";
    String text =
        record.getParameters() == null
            ? record.getMessage()
            : MessageFormat.format(record.getMessage(), record.getParameters());
    sentences.add(record.getLevel() + " " + text + thrown);
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    logger.removeHandler(this);
    logger.setUseParentHandlers(true);
  }
}
