package io.spanloom.weaver.javac;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/** A file manager that keeps class files in memory. */
final class MemoryFileManager extends ForwardingJavaFileManager<JavaFileManager> {

  private final Map<String, byte[]> classes = new TreeMap<>();
  private boolean refusingResources;

  MemoryFileManager(JavaFileManager standard) {
    super(standard);
  }

  /** Refuses all resources from now on. */
  MemoryFileManager refuseResources() {
    refusingResources = true;
    return this;
  }

  /** Returns the class files, by path. */
  Map<String, byte[]> classes() {
    return classes;
  }

  @Override
  public JavaFileObject getJavaFileForOutput(
      Location location, String className, JavaFileObject.Kind kind, @Nullable FileObject sibling)
      throws IOException {
    return kind == JavaFileObject.Kind.CLASS
        ? new MemoryFile(className.replace('.', '/') + ".class")
        : super.getJavaFileForOutput(location, className, kind, sibling);
  }

  @Override
  public FileObject getFileForOutput(
      Location location, String packageName, String relativeName, @Nullable FileObject sibling)
      throws IOException {
    if (location != StandardLocation.CLASS_OUTPUT) {
      return super.getFileForOutput(location, packageName, relativeName, sibling);
    }
    return new MemoryFile(
        packageName.isEmpty() ? relativeName : packageName.replace('.', '/') + "/" + relativeName);
  }

  @Override
  public FileObject getFileForInput(Location location, String packageName, String relativeName)
      throws IOException {
    return location == StandardLocation.CLASS_OUTPUT
        ? getFileForOutput(location, packageName, relativeName, null)
        : super.getFileForInput(location, packageName, relativeName);
  }

  @Override
  public boolean isSameFile(FileObject first, FileObject second) {
    return first.toUri().equals(second.toUri());
  }

  private final class MemoryFile extends SimpleJavaFileObject {

    private final String path;

    MemoryFile(String path) {
      super(URI.create("memory:///" + path), Kind.CLASS);
      this.path = path;
    }

    @Override
    public InputStream openInputStream() throws IOException {
      byte[] content = classes.get(path);
      if (content == null) {
        throw new FileNotFoundException(path);
      }
      return new ByteArrayInputStream(content);
    }

    @Override
    public OutputStream openOutputStream() throws IOException {
      if (refusingResources && classes.containsKey(path)) {
        throw new IOException("refused: " + path);
      }
      return new ByteArrayOutputStream() {
        @Override
        public void close() {
          classes.put(path, toByteArray());
        }
      };
    }

    @Override
    public boolean delete() {
      return classes.remove(path) != null;
    }
  }
}
