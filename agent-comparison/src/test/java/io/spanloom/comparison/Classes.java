package io.spanloom.comparison;

import io.spanloom.processor.SpansProcessor;
import io.spanloom.support.ClassPath;
import io.spanloom.support.Javac;
import io.spanloom.weaver.WeaveException;
import io.spanloom.weaver.Weaver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder of classes compiled by the tests, because each program is needed in several variants.
 *
 * @param folder the class output folder
 */
record Classes(Path folder) {

  private static final Path SOURCES = Path.of("src/test/java");

  /** Compiles the sources of a package as a build without Spanloom does. */
  Classes compile(String packageName, String... options) {
    return compile(packageName, false, List.of(options));
  }

  /** Compiles the sources of a package with the processor, for {@link #weave}. */
  Classes compileWithProcessor(String packageName, String... options) {
    return compile(packageName, true, List.of(options));
  }

  private Classes compile(String packageName, boolean withProcessor, List<String> options) {
    Javac javac = Javac.into(folder).options(options);
    if (withProcessor) {
      javac.processors(new SpansProcessor());
    }
    List<Path> classPath = new ArrayList<>(testClassPath());
    classPath.add(folder);
    javac.classPath(classPath).compileFiles(sources(packageName));
    return this;
  }

  /** Weaves the classes that were compiled with the processor. */
  Classes weave() {
    try {
      Weaver.weave(folder, testClassPath());
      return this;
    } catch (WeaveException failure) {
      throw new AssertionError(failure.problems().toString(), failure);
    }
  }

  /** Returns the tests' class path without this module's classes. */
  static List<Path> testClassPath() {
    return ClassPath.ofTests().stream()
        .filter(path -> !path.endsWith(Path.of("agent-comparison", "target", "test-classes")))
        .toList();
  }

  private static List<Path> sources(String packageName) {
    try (Stream<Path> files = Files.list(SOURCES.resolve(packageName.replace('.', '/')))) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
