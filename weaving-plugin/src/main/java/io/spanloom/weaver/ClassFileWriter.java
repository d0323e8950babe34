package io.spanloom.weaver;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
   * @throws IOException if one cannot be written; then all are as before
   * @throws WeaveException if besides one of the others cannot be put back
   */
  static void write(Map<Path, byte[]> contents) throws IOException, WeaveException {
    Map<Path, byte[]> replaced = new LinkedHashMap<>();
    try {
      for (Map.Entry<Path, byte[]> entry : contents.entrySet()) {
        Files.write(temporary(entry.getKey()), entry.getValue());
      }
      for (Path target : contents.keySet()) {
        byte[] before = Files.readAllBytes(target);
        replace(target);
        replaced.put(target, before);
      }
    } catch (IOException failure) {
      putBack(replaced);
      for (Path target : contents.keySet()) {
        remove(temporary(target));
      }
      throw failure;
    }
  }

  /** Removes what a run that was killed has left beside its targets. */
  static void removeLeftOvers(Path folder) throws IOException {
    List<Path> leftOvers;
    try (Stream<Path> files = Files.walk(folder)) {
      leftOvers =
          files
              .filter(file -> file.toString().endsWith(".class" + TEMPORARY))
              .collect(Collectors.toList());
    }
    leftOvers.forEach(ClassFileWriter::remove);
  }

  private static void putBack(Map<Path, byte[]> replaced) throws WeaveException {
    for (Map.Entry<Path, byte[]> entry : replaced.entrySet()) {
      try {
        Files.write(temporary(entry.getKey()), entry.getValue());
        replace(entry.getKey());
      } catch (IOException failure) {
        throw new WeaveException(
            Problem.Code.IO,
            "Class file "
                + entry.getKey()
                + " could not be put back after another could not be written; build from clean.");
      }
    }
  }

  private static void replace(Path target) throws IOException {
    Path source = temporary(target);
    try {
      Files.move(
          source, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException unsupported) {
      Files.move(source, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void remove(Path temporary) {
    try {
      if (Files.isRegularFile(temporary, LinkOption.NOFOLLOW_LINKS)) {
        Files.delete(temporary);
      }
    } catch (IOException failure) {
      // The failure to write is the one to report; the next run tries again.
    }
  }

  private static Path temporary(Path target) {
    return target.resolveSibling(target.getFileName() + TEMPORARY);
  }
}
