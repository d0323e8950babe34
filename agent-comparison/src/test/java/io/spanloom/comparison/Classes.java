package io.spanloom.comparison;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.spanloom.processor.SpansProcessor;
import io.spanloom.weaver.WeaveException;
import io.spanloom.weaver.Weaver;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

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
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    try (StandardJavaFileManager files = javac.getStandardFileManager(null, Locale.ROOT, UTF_8)) {
      files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(folder));
      List<Path> classPath = new ArrayList<>(testClassPath());
      classPath.add(folder);
      files.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
      Iterable<? extends JavaFileObject> sources =
          files.getJavaFileObjectsFromPaths(sources(packageName));
      JavaCompiler.CompilationTask task =
          javac.getTask(messages, files, null, options, null, sources);
      task.setProcessors(withProcessor ? List.of(new SpansProcessor()) : List.of());
      if (!task.call()) {
        throw new AssertionError(messages.toString());
      }
      return this;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
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
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of)
        .filter(path -> !path.endsWith(Path.of("agent-comparison", "target", "test-classes")))
        .toList();
  }

  private static List<Path> sources(String packageName) throws IOException {
    try (Stream<Path> files = Files.list(SOURCES.resolve(packageName.replace('.', '/')))) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }
}
