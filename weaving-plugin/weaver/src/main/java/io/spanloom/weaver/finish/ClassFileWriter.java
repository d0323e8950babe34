package io.spanloom.weaver.finish;

import io.spanloom.weaver.Problem;
import io.spanloom.weaver.WeaveException;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes class files all or none: first each beside its target, and once all of them are there,
 * each over its target.
 */
public final class ClassFileWriter {

  private static final String TEMPORARY = ".spanloom";

  private final Set<Path> prepared = new LinkedHashSet<>();

  /**
   * Writes a file beside the one that it is to replace.
   *
   * @throws IOException if it cannot be written; all is as before once {@link #cancel} is called
   */
  void prepare(Path target, byte[] content) throws IOException {
    prepared.add(target);
    Files.write(temporary(target), content);
  }

  /** The files that something was prepared for. */
  public Collection<Path> prepared() {
    return Collections.unmodifiableCollection(prepared);
  }

  /** Removes what was prepared and has not replaced anything. */
  public void cancel() {
    prepared.forEach(target -> remove(temporary(target)));
  }

  /**
   * Replaces all files by what was prepared for them.
   *
   * @param inOrder all of them; an aspect goes before the class that calls it
   * @throws IOException if one cannot be replaced; then all are as before
   * @throws WeaveException if besides one of the others cannot be put back
   */
  public void replace(List<Path> inOrder) throws IOException, WeaveException {
    Map<Path, byte[]> replaced = new LinkedHashMap<>();
    try {
      for (Path target : inOrder) {
        byte[] before = Files.readAllBytes(target);
        replaceOne(target);
        replaced.put(target, before);
      }
      prepared.clear();
    } catch (IOException failure) {
      putBack(replaced);
      throw failure;
    }
  }

  /** Removes what a run that was killed has left beside its targets. */
  public static void removeLeftOvers(Path folder) throws IOException {
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
        replaceOne(entry.getKey());
      } catch (IOException failure) {
        throw new WeaveException(
            Problem.Code.IO,
            "Class file "
                + entry.getKey()
                + " could not be put back after another could not be written; build from clean.");
      }
    }
  }

  private static void replaceOne(Path target) throws IOException {
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
