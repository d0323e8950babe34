package io.spanloom.weaver;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The jars and folders of a class path. */
final class ClassPath implements ClassFinder, Closeable {

  private final URLClassLoader loader;

  ClassPath(List<Path> entries) throws IOException {
    List<URL> urls = new ArrayList<>();
    for (Path entry : entries) {
      urls.add(entry.toUri().toURL());
    }
    // It loads no class; it only finds the files.
    this.loader = new URLClassLoader(urls.toArray(URL[]::new), null);
  }

  @Override
  public byte @Nullable [] find(String name) throws IOException {
    try (InputStream content = loader.getResourceAsStream(name.replace('.', '/') + ".class")) {
      return content == null ? null : content.readAllBytes();
    }
  }

  @Override
  public void close() throws IOException {
    loader.close();
  }
}
