package io.spanloom.support;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Class paths for programs that a test compiles or runs. */
public final class ClassPath {

  private ClassPath() {}

  /**
   * Returns the class path of the running tests.
   *
   * @return folders and jars
   */
  public static List<Path> ofTests() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(entry -> !entry.isEmpty())
        .map(Path::of)
        .toList();
  }

  /**
   * Returns the folder or jar that a class was loaded from.
   *
   * @param type a class from the class path of the tests
   * @return its entry of the class path
   */
  public static Path of(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException fault) {
      throw new IllegalStateException(fault);
    }
  }

  /**
   * Joins entries as the option {@code -classpath} requires.
   *
   * @param entries folders and jars
   * @return the class path
   */
  public static String join(List<Path> entries) {
    return entries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }
}
