package io.spanloom.telemetry.view.page;

import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import io.spanloom.telemetry.settings.UserLog;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The destinations of the page: {@code SPANLOOM_PAGE_FILE} and {@code SPANLOOM_PAGE_PORT}. If
 * neither is set or valid, the page is written to {@code spanloom-traces.html} in the working
 * folder.
 *
 * @param file the file, or null to write none
 * @param port the port on 127.0.0.1, or null to serve no page; 0 for any free port
 */
record PageSettings(@Nullable Path file, @Nullable Integer port) {

  static final Path DEFAULT_FILE = Path.of("spanloom-traces.html");

  private static final String FILE = "spanloom.page.file";
  private static final String PORT = "spanloom.page.port";
  private static final int MAX_PORT = 65_535;

  static PageSettings of(ConfigProperties config) {
    Path file = file(text(config, FILE));
    Integer port = port(text(config, PORT));
    return new PageSettings(file == null && port == null ? DEFAULT_FILE : file, port);
  }

  /** Treats an empty value as unset, as OpenTelemetry's specification requires. */
  private static @Nullable String text(ConfigProperties config, String property) {
    String value = config.getString(property);
    return value == null || value.isBlank() ? null : value;
  }

  /** Returns the settings to use if the port is not available. */
  PageSettings withoutPort() {
    return new PageSettings(file == null ? DEFAULT_FILE : file, null);
  }

  private static @Nullable Path file(@Nullable String value) {
    try {
      return value == null ? null : Path.of(value);
    } catch (InvalidPathException invalid) {
      UserLog.warn("Invalid SPANLOOM_PAGE_FILE (%s); ignoring it.".formatted(invalid.getMessage()));
      return null;
    }
  }

  private static @Nullable Integer port(@Nullable String value) {
    if (value == null) {
      return null;
    }
    try {
      int port = Integer.parseInt(value.strip());
      if (port >= 0 && port <= MAX_PORT) {
        return port;
      }
    } catch (NumberFormatException notANumber) {
      // Logged below.
    }
    UserLog.warn(
        "Invalid SPANLOOM_PAGE_PORT '%s' (expected 0 to %d); ignoring it."
            .formatted(value, MAX_PORT));
    return null;
  }
}
