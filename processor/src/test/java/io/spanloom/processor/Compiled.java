package io.spanloom.processor;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import io.spanloom.support.ClassPath;
import io.spanloom.support.JavaSources;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/** Sources that were compiled as a user compiles them, and what came of it. */
record Compiled(Compilation result) {

  /** Compiles sources with the processor alone. */
  static Compiled of(String... sources) {
    return by(javac(new SpansProcessor()), sources);
  }

  /** Compiles sources with a compiler of one's own making. */
  static Compiled by(Compiler compiler, String... sources) {
    return new Compiled(compiler.compile(JavaSources.of(sources)));
  }

  /** A compiler that sees what the tests see. */
  static Compiler javac(Processor... processors) {
    return Compiler.javac().withProcessors(processors).withClasspath(classPath());
  }

  /** The class path of the tests: annotations, runtime, OpenTelemetry, AspectJ, AI clients. */
  static List<File> classPath() {
    return ClassPath.ofTests().stream().map(Path::toFile).toList();
  }

  /** What was said as an error, by javac or by the processor. */
  List<Diagnostic<? extends JavaFileObject>> errors() {
    return List.copyOf(result.errors());
  }

  /** Where javac found errors; what it calls them depends on what any processor has looked at. */
  Set<String> errorsOfJavac() {
    return result.errors().stream()
        .filter(error -> !isOurs(error))
        .map(error -> error.getLineNumber() + ":" + error.getColumnNumber())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** What the processor said as an error or a warning. */
  List<Diagnostic<? extends JavaFileObject>> complaints() {
    return result.diagnostics().stream()
        .filter(said -> isOurs(said) && said.getKind() != Diagnostic.Kind.NOTE)
        .<Diagnostic<? extends JavaFileObject>>map(said -> said)
        .toList();
  }

  static boolean isOurs(Diagnostic<?> said) {
    return said.getMessage(null).startsWith("[SPL");
  }

  boolean succeeded() {
    return result.status() == Compilation.Status.SUCCESS;
  }

  /** The generated sources, by path. */
  SortedMap<String, String> generated() {
    SortedMap<String, String> sources = new TreeMap<>();
    for (JavaFileObject file : result.generatedSourceFiles()) {
      try {
        sources.put(
            file.getName().replaceFirst("^/?SOURCE_OUTPUT/", ""),
            file.getCharContent(false).toString());
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
    return sources;
  }

  /** What is said of the classes' spans, by path. */
  SortedMap<String, String> fragments() {
    SortedMap<String, String> fragments = new TreeMap<>();
    for (JavaFileObject file : result.generatedFiles()) {
      if (file.getName().matches("/?SOURCE_OUTPUT/.*\\.json")) {
        try (InputStream content = file.openInputStream()) {
          fragments.put(
              file.getName().replaceFirst("^/?SOURCE_OUTPUT/", ""),
              new String(content.readAllBytes(), UTF_8));
        } catch (IOException failure) {
          throw new UncheckedIOException(failure);
        }
      }
    }
    return fragments;
  }

  /** Stores the compiled classes as a library, but for some. */
  void storeClasses(Path folder, Set<String> missing) throws IOException {
    for (JavaFileObject file : result.generatedFiles()) {
      String path = file.getName().replaceFirst("^/?CLASS_OUTPUT/", "");
      if (file.getKind() == JavaFileObject.Kind.CLASS && !missing.contains(path)) {
        Path target = folder.resolve(path);
        Files.createDirectories(target.getParent());
        try (InputStream content = file.openInputStream()) {
          Files.copy(content, target);
        }
      }
    }
  }

  /** The class path of the tests, and one more folder. */
  static List<File> classPathAnd(Path folder) {
    return Stream.concat(classPath().stream(), Stream.of(folder.toFile())).toList();
  }
}
