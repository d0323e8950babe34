package io.spanloom.weaver;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The jars and folders of a class path. A {@code URLClassLoader} would not do: closing it closes
 * jars that other class loaders share with it.
 */
final class ClassPath implements ClassFinder, Closeable {

  private final List<Entry> entries = new ArrayList<>();

  /** One jar or folder. */
  private interface Entry extends Closeable {
    byte @Nullable [] read(String file) throws IOException;
  }

  ClassPath(List<Path> paths) {
    for (Path path : paths) {
      if (Files.isDirectory(path)) {
        entries.add(new Folder(path));
      } else {
        try {
          entries.add(new Jar(new ZipFile(path.toFile())));
        } catch (IOException unreadable) {
          // As javac does, ignore what is not a jar. A class that is missing is reported by name.
        }
      }
    }
  }

  @Override
  public byte @Nullable [] find(String name) throws IOException {
    String file = name.replace('.', '/') + ".class";
    for (Entry entry : entries) {
      byte[] content = entry.read(file);
      if (content != null) {
        return content;
      }
    }
    return null;
  }

  @Override
  public void close() throws IOException {
    for (Entry entry : entries) {
      entry.close();
    }
  }

  private record Folder(Path root) implements Entry {
    @Override
    public byte @Nullable [] read(String file) throws IOException {
      Path path = root.resolve(file);
      return Files.isRegularFile(path) ? Files.readAllBytes(path) : null;
    }

    @Override
    public void close() {}
  }

  private record Jar(ZipFile zip) implements Entry {
    @Override
    public byte @Nullable [] read(String file) throws IOException {
      ZipEntry entry = zip.getEntry(file);
      if (entry == null) {
        return null;
      }
      try (InputStream content = zip.getInputStream(entry)) {
        return content.readAllBytes();
      }
    }

    @Override
    public void close() throws IOException {
      zip.close();
    }
  }
}
