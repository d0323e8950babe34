package io.spanloom.support;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Class paths for programs that a test compiles or runs. */
public final class ClassPath {

  /** The names of jars that only tests use. */
  private static final List<String> TOOLS =
      List.of(
          "archunit",
          "aspectjtools",
          "aspectjweaver",
          "assertj",
          "byte-buddy",
          "compile-testing",
          "ecj",
          "junit",
          "testng",
          "truth");

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
   * Returns the class path of the running tests without the tools of the tests. javac opens each
   * jar for each compilation, and these jars are larger than all others.
   *
   * @return folders and jars
   */
  public static List<Path> ofPrograms() {
    return ofTests().stream().filter(entry -> !isTool(entry)).toList();
  }

  private static boolean isTool(Path entry) {
    String name = entry.getFileName().toString();
    return name.endsWith(".jar") && TOOLS.stream().anyMatch(name::startsWith);
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
