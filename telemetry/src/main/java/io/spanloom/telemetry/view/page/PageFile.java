package io.spanloom.telemetry.view.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.spanloom.telemetry.settings.UserLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The file that contains the page. It is replaced atomically and readable only by its owner. The
 * first success and the first failure are logged. Thread-safe.
 */
final class PageFile {

  private final Path file;
  private boolean loggedSuccess;
  private boolean loggedFailure;

  PageFile(Path file) {
    this.file = file.toAbsolutePath().normalize();
  }

  /** Replaces the file atomically. */
  synchronized void write(String page) {
    try {
      replace(page);
      if (!loggedSuccess) {
        loggedSuccess = true;
        UserLog.info("Writing traces to " + file);
      }
    } catch (IOException failure) {
      if (!loggedFailure) {
        loggedFailure = true;
        UserLog.warn(
            "Cannot write traces to %s (%s); the application is not affected."
                .formatted(file, failure));
      }
    }
  }

  private void replace(String page) throws IOException {
    Path folder = file.getParent();
    if (folder == null) {
      throw new IOException("it is a folder");
    }
    // JDK 17's createDirectories rejects a symbolic link to an existing folder.
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder);
    }
    Path temporary = Files.createTempFile(folder, ".spanloom-traces-", ".tmp");
    try {
      Files.writeString(temporary, page, UTF_8);
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }
}
