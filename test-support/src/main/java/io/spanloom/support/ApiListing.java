package io.spanloom.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * Compares the public and protected members of an artifact with a committed listing, so that a
 * release removes none of them by mistake.
 */
public final class ApiListing {

  private static final GoldenFile LISTING =
      new GoldenFile(Path.of("src/test/resources/api.txt"), "spanloom.api.write");

  private ApiListing() {}

  /**
   * Asserts that the listing {@code src/test/resources/api.txt} matches the artifact. With {@code
   * -Dspanloom.api.write=true}, writes the listing.
   *
   * @param member a class of the artifact
   * @param packages the packages that belong to the API
   */
  public static void assertMatches(Class<?> member, Set<String> packages) {
    Path classes = ClassPath.of(member);
    List<String> arguments =
        new ArrayList<>(List.of("-protected", "-s", "-constants", "-cp", classes.toString()));
    classNames(classes).stream()
        .filter(name -> packages.contains(packageOf(name)))
        .filter(ApiListing::isPublic)
        .sorted()
        .forEach(arguments::add);
    StringWriter out = new StringWriter();
    PrintWriter writer = new PrintWriter(out);
    int exit =
        ToolProvider.findFirst("javap")
            .orElseThrow()
            .run(writer, writer, arguments.toArray(String[]::new));
    assertThat(exit).as(out.toString()).isZero();
    LISTING.assertContent(out.toString().replaceAll("Compiled from .*\\R", ""));
  }

  private static List<String> classNames(Path classes) {
    try {
      if (Files.isDirectory(classes)) {
        return classNamesBelow(classes);
      }
      try (FileSystem jar = FileSystems.newFileSystem(classes)) {
        return classNamesBelow(jar.getPath("/"));
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static List<String> classNamesBelow(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .map(file -> root.relativize(file).toString())
          .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
          .map(name -> name.replace(".class", "").replace('/', '.').replace('\\', '.'))
          .toList();
    }
  }

  private static String packageOf(String className) {
    return className.substring(0, Math.max(0, className.lastIndexOf('.')));
  }

  private static boolean isPublic(String name) {
    try {
      Class<?> type = Class.forName(name, false, ApiListing.class.getClassLoader());
      for (Class<?> each = type; each != null; each = each.getEnclosingClass()) {
        if (!Modifier.isPublic(each.getModifiers())) {
          return false;
        }
      }
      return true;
    } catch (ClassNotFoundException fault) {
      throw new IllegalStateException(fault);
    }
  }
}
