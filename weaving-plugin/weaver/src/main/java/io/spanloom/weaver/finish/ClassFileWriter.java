package io.spanloom.weaver.finish;

import io.spanloom.weaver.WeaveException;
import io.spanloom.weaver.WeaverCode;
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
 * Replaces class files atomically as a group: writes a temporary file beside each one first, and
 * replaces the files once all temporary files exist.
 */
public final class ClassFileWriter {

  private static final String TEMPORARY_SUFFIX = ".spanloom";
  private static final String CLASS = ".class";

  /** The length from which a file's name is shortened for its temporary file. */
  private static final int MAX_PLAIN_LENGTH = 200;

  private final Set<Path> prepared = new LinkedHashSet<>();

  /**
   * Writes the new content to a temporary file beside the target.
   *
   * @throws IOException if the file cannot be written; {@link #cancel} undoes all preparations
   */
  public void prepare(Path target, byte[] content) throws IOException {
    prepared.add(target);
    Files.write(temporary(target), content);
  }

  /** Returns the files that have new content prepared. */
  public Collection<Path> prepared() {
    return Collections.unmodifiableCollection(prepared);
  }

  /** Deletes the temporary files that have not replaced their targets. */
  public void cancel() {
    prepared.forEach(target -> remove(temporary(target)));
  }

  /**
   * Replaces the files with their prepared content.
   *
   * @param targets all prepared files, in the order to replace them
   * @throws IOException if a file cannot be replaced; the replaced ones are then restored
   * @throws WeaveException if restoring a file fails, too
   */
  public void replace(List<Path> targets) throws IOException, WeaveException {
    Map<Path, byte[]> replaced = new LinkedHashMap<>();
    try {
      for (Path target : targets) {
        byte[] original = Files.readAllBytes(target);
        replaceOne(target);
        replaced.put(target, original);
      }
      prepared.clear();
    } catch (IOException failure) {
      restore(replaced);
      throw failure;
    }
  }

  /** Deletes the temporary files of runs that were killed. */
  public static void removeLeftovers(Path folder) throws IOException {
    List<Path> leftovers;
    try (Stream<Path> files = Files.walk(folder)) {
      leftovers =
          files
              .filter(file -> file.toString().endsWith(CLASS + TEMPORARY_SUFFIX))
              .collect(Collectors.toList());
    }
    leftovers.forEach(ClassFileWriter::remove);
  }

  private static void restore(Map<Path, byte[]> replaced) throws WeaveException {
    for (Map.Entry<Path, byte[]> entry : replaced.entrySet()) {
      try {
        Files.write(temporary(entry.getKey()), entry.getValue());
        replaceOne(entry.getKey());
      } catch (IOException failure) {
        throw new WeaveException(
            WeaverCode.FOLDER_ACCESS,
            "Writing the woven classes failed after "
                + entry.getKey()
                + " was replaced, and restoring its former content failed, too; run a clean build.",
            failure);
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
      // The failure to write takes precedence; the next run tries again.
    }
  }

  /** Returns the temporary file; file systems limit names to 255 bytes. */
  private static Path temporary(Path target) {
    String name = target.getFileName().toString();
    String stem =
        name.length() > MAX_PLAIN_LENGTH
            ? name.substring(0, MAX_PLAIN_LENGTH / 4) + Integer.toHexString(name.hashCode()) + CLASS
            : name;
    return target.resolveSibling(stem + TEMPORARY_SUFFIX);
  }
}
