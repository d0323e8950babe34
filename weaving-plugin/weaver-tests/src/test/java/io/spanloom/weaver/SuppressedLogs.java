package io.spanloom.weaver;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Suppresses log messages about failures that tests provoke. */
final class SuppressedLogs implements BeforeAllCallback, AfterAllCallback {

  /** Strongly referenced, because an unreferenced logger loses its level. */
  private static final List<Logger> LOGGERS =
      List.of(Logger.getLogger("io.spanloom"), Logger.getLogger("io.opentelemetry"));

  @Override
  public void beforeAll(ExtensionContext context) {
    LOGGERS.forEach(logger -> logger.setLevel(Level.OFF));
  }

  @Override
  public void afterAll(ExtensionContext context) {
    LOGGERS.forEach(logger -> logger.setLevel(null));
  }
}
