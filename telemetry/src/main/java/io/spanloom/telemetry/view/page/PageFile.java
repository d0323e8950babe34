package io.spanloom.telemetry.view.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.logging.Logger;

/**
 * The file that the page is written to: always a whole page, readable by its owner alone. Where it
 * cannot be written, that is logged once. Safe for many threads.
 */
final class PageFile {

  private static final Logger LOGGER = Logger.getLogger("io.spanloom.telemetry.view");

  private final Path file;
  private boolean saidWhere;
  private boolean saidWhyNot;

  PageFile(Path file) {
    this.file = file.toAbsolutePath().normalize();
  }

  /** Replaces the file, in one step. */
  synchronized void write(String page) {
    try {
      replace(page);
      if (!saidWhere) {
        saidWhere = true;
        LOGGER.info(() -> "Traces are written to " + file);
      }
    } catch (IOException failure) {
      if (!saidWhyNot) {
        saidWhyNot = true;
        LOGGER.warning(
            () ->
                "Traces cannot be written to %s (%s); the program runs on."
                    .formatted(file, failure));
      }
    }
  }

  private void replace(String page) throws IOException {
    Path folder = file.getParent();
    if (folder == null) {
      throw new IOException("it is a folder");
    }
    if (!Files.isDirectory(
        folder)) { // a link to one is one, other than JDK 17 says in the next line
      Files.createDirectories(folder);
    }
    Path next = Files.createTempFile(folder, ".spanloom-traces-", ".tmp");
    try {
      Files.writeString(next, page, UTF_8);
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(next);
    }
  }
}
