package io.spanloom.weaver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The files of a folder at one moment.
 *
 * @param contents by relative path, the Base64 content of a file, or "folder"
 * @param times by relative path, the modification time of a file
 */
public record FolderState(Map<String, String> contents, Map<String, FileTime> times) {

  public static FolderState of(Path folder) {
    Map<String, String> contents = new TreeMap<>();
    Map<String, FileTime> times = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.toList()) {
        String name = folder.relativize(file).toString();
        if (Files.isDirectory(file)) {
          contents.put(name, "folder");
        } else {
          contents.put(name, Base64.getEncoder().encodeToString(Files.readAllBytes(file)));
          times.put(name, Files.getLastModifiedTime(file));
        }
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return new FolderState(contents, times);
  }

  /** Returns a copy without some files. */
  FolderState without(String... names) {
    Map<String, String> otherContents = new TreeMap<>(contents);
    Map<String, FileTime> otherTimes = new TreeMap<>(times);
    for (String name : names) {
      otherContents.remove(name);
      otherTimes.remove(name);
    }
    return new FolderState(otherContents, otherTimes);
  }
}
