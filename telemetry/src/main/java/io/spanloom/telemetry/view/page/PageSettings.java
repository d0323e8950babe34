package io.spanloom.telemetry.view.page;

import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Where the page goes: {@code SPANLOOM_PAGE_FILE} and {@code SPANLOOM_PAGE_PORT}. Where neither is
 * said, or means anything, it is the file {@code spanloom-traces.html} in the working folder.
 *
 * @param file the file, if any
 * @param port the port on 127.0.0.1, if any; 0 for any that is free
 */
record PageSettings(@Nullable Path file, @Nullable Integer port) {

  static final Path DEFAULT_FILE = Path.of("spanloom-traces.html");

  private static final Logger LOGGER = Logger.getLogger("io.spanloom.telemetry.view");
  private static final String FILE = "spanloom.page.file";
  private static final String PORT = "spanloom.page.port";
  private static final int HIGHEST_PORT = 65_535;

  static PageSettings of(ConfigProperties config) {
    Path file = file(text(config, FILE));
    Integer port = port(text(config, PORT));
    return new PageSettings(file == null && port == null ? DEFAULT_FILE : file, port);
  }

  /** What is empty is not set, as the specification has it for variables. */
  private static @Nullable String text(ConfigProperties config, String property) {
    String value = config.getString(property);
    return value == null || value.isBlank() ? null : value;
  }

  /** Returns these settings for when the port cannot be had. */
  PageSettings withoutPort() {
    return new PageSettings(file == null ? DEFAULT_FILE : file, null);
  }

  private static @Nullable Path file(@Nullable String value) {
    try {
      return value == null ? null : Path.of(value);
    } catch (InvalidPathException invalid) {
      LOGGER.warning(() -> "SPANLOOM_PAGE_FILE is not the name of a file: " + invalid.getMessage());
      return null;
    }
  }

  private static @Nullable Integer port(@Nullable String value) {
    if (value == null) {
      return null;
    }
    try {
      int port = Integer.parseInt(value.strip());
      if (port >= 0 && port <= HIGHEST_PORT) {
        return port;
      }
    } catch (NumberFormatException notEvenANumber) {
      // Said below.
    }
    LOGGER.warning(
        () -> "SPANLOOM_PAGE_PORT is not a port from 0 to %d: %s".formatted(HIGHEST_PORT, value));
    return null;
  }
}
