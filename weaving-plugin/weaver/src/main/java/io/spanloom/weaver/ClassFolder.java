package io.spanloom.weaver;

import io.spanloom.weaver.finish.ClassFileWriter;
import io.spanloom.weaver.plan.FolderLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The class files in javac's output folder. */
public final class ClassFolder implements ClassFiles {

  private static final String SUFFIX = ".class";

  private final Path folder;
  private final Path root;
  private final @Nullable Collection<String> names;
  private final ClassFinder classPath;
  private final ClassFileWriter writer = new ClassFileWriter();

  private ClassFolder(Path folder, @Nullable Collection<String> names, ClassFinder classPath)
      throws IOException {
    this.folder = folder;
    // Files.walk does not follow a link, not even at its start.
    this.root = folder.toRealPath();
    this.names = names;
    this.classPath = classPath;
  }

  /** Returns all class files of a folder, without a class path. */
  static ClassFolder of(Path folder) throws IOException {
    return of(folder, name -> null);
  }

  /** Returns all class files of a folder. */
  static ClassFolder of(Path folder, ClassFinder classPath) throws IOException {
    return new ClassFolder(folder, null, classPath);
  }

  /**
   * Returns the class files that one compilation wrote into a folder, which may hold others.
   *
   * @param folder the folder
   * @param names the binary names of the classes that the compilation wrote
   * @param classPath finds the classes that the compilation depends on
   * @return the class files
   * @throws IOException if the folder does not exist
   */
  public static ClassFolder of(Path folder, Collection<String> names, ClassFinder classPath)
      throws IOException {
    return new ClassFolder(folder, names, classPath);
  }

  /**
   * Runs an action while no other thread or process weaves this folder.
   *
   * @param <T> the type of the result
   * @param action the action
   * @return its result
   * @throws WeaveException if the action fails
   * @throws IOException if the action fails or the folder cannot be locked
   */
  public <T> T whileLocked(FolderLock.Action<T> action) throws WeaveException, IOException {
    return FolderLock.hold(root, action);
  }

  /** Deletes the temporary files of runs that were killed. */
  void removeLeftovers() throws IOException {
    ClassFileWriter.removeLeftovers(root);
  }

  @Override
  public Collection<String> names() throws IOException {
    if (names != null) {
      return names;
    }
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> file.toString().endsWith(SUFFIX) && Files.isRegularFile(file))
          .sorted()
          .map(this::nameOf)
          .collect(Collectors.toList());
    }
  }

  private String nameOf(Path file) {
    String path = root.relativize(file).toString();
    return path.substring(0, path.length() - SUFFIX.length())
        .replace(root.getFileSystem().getSeparator(), ".");
  }

  @Override
  public byte @Nullable [] read(String name) throws IOException {
    try {
      return Files.readAllBytes(fileOf(name));
    } catch (NoSuchFileException missing) {
      return null;
    }
  }

  @Override
  public byte @Nullable [] find(String name) throws IOException {
    byte[] own = read(name);
    return own == null ? classPath.find(name) : own;
  }

  @Override
  public String location(String name) {
    return fileOf(name).toString();
  }

  @Override
  public void prepare(String name, byte[] content) throws IOException {
    writer.prepare(fileOf(name), content);
  }

  @Override
  public void replace(Comparator<String> order) throws IOException, WeaveException {
    writer.replace(
        writer.prepared().stream().sorted(Comparator.comparing(this::nameOf, order)).toList());
  }

  @Override
  public void cancel() {
    writer.cancel();
  }

  @Override
  public void delete(String name) throws IOException {
    Files.deleteIfExists(fileOf(name));
  }

  private Path fileOf(String name) {
    return root.resolve(name.replace('.', '/') + SUFFIX);
  }

  @Override
  public String toString() {
    return "Class folder " + folder;
  }
}
