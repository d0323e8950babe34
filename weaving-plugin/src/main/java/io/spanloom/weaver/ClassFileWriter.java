package io.spanloom.weaver;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Writes class files all or none: first each beside its target, and once all of them are there,
 * each over its target.
 */
final class ClassFileWriter {

  private static final String TEMPORARY = ".spanloom";

  private ClassFileWriter() {}

  /**
   * Writes files.
   *
   * @param contents what to write, in this order; an aspect goes before the class that calls it
   * @throws IOException if one cannot be written; then none is
   */
  static void write(Map<Path, byte[]> contents) throws IOException {
    List<Path> written = new ArrayList<>();
    try {
      for (Map.Entry<Path, byte[]> entry : contents.entrySet()) {
        Path temporary = temporary(entry.getKey());
        written.add(temporary);
        Files.write(temporary, entry.getValue());
      }
      for (Path target : contents.keySet()) {
        replace(temporary(target), target);
      }
    } finally {
      for (Path temporary : written) {
        Files.deleteIfExists(temporary);
      }
    }
  }

  private static void replace(Path source, Path target) throws IOException {
    try {
      Files.move(
          source, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException unsupported) {
      Files.move(source, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static Path temporary(Path target) {
    return target.resolveSibling(target.getFileName() + TEMPORARY);
  }
}
