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

/** The result of compiling sources as a user would. */
record CompiledSources(Compilation result) {

  /** Compiles sources with the processor. */
  static CompiledSources of(String... sources) {
    return by(javac(new SpansProcessor()), sources);
  }

  /** Compiles sources with a given compiler. */
  static CompiledSources by(Compiler compiler, String... sources) {
    return new CompiledSources(compiler.compile(JavaSources.of(sources)));
  }

  /** Returns a compiler with the libraries of the tests. */
  static Compiler javac(Processor... processors) {
    return Compiler.javac()
        .withProcessors(processors)
        .withClasspath(classPath())
        .withOptions(WITHOUT_WEAVING);
  }

  /** The option that leaves the weaving to others, so that a test sees the processor alone. */
  static final String WITHOUT_WEAVING = "-Aspanloom.weave=false";

  /** Returns the class path of programs: Spanloom, OpenTelemetry, AspectJ and AI clients. */
  static List<File> classPath() {
    return ClassPath.ofPrograms().stream().map(Path::toFile).toList();
  }

  /** Returns the errors of javac and of the processor. */
  List<Diagnostic<? extends JavaFileObject>> errors() {
    return List.copyOf(result.errors());
  }

  /** Returns the positions of javac's errors, whose texts depend on what processors looked at. */
  Set<String> javacErrorPositions() {
    return result.errors().stream()
        .filter(error -> !isFromProcessor(error))
        .map(error -> error.getLineNumber() + ":" + error.getColumnNumber())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Returns the errors and warnings of the processor. */
  List<Diagnostic<? extends JavaFileObject>> problems() {
    return result.diagnostics().stream()
        .filter(message -> isFromProcessor(message) && message.getKind() != Diagnostic.Kind.NOTE)
        .<Diagnostic<? extends JavaFileObject>>map(message -> message)
        .toList();
  }

  /** Returns whether the processor, and not javac, reported a message. */
  static boolean isFromProcessor(Diagnostic<?> message) {
    return message.getMessage(null).startsWith("[SPL");
  }

  boolean succeeded() {
    return result.status() == Compilation.Status.SUCCESS;
  }

  /** Returns the generated sources, by path. */
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

  /** Returns the span descriptions, by path. */
  SortedMap<String, String> spanDescriptions() {
    SortedMap<String, String> descriptions = new TreeMap<>();
    for (JavaFileObject file : result.generatedFiles()) {
      if (file.getName().matches("/?SOURCE_OUTPUT/.*\\.json")) {
        try (InputStream content = file.openInputStream()) {
          descriptions.put(
              file.getName().replaceFirst("^/?SOURCE_OUTPUT/", ""),
              new String(content.readAllBytes(), UTF_8));
        } catch (IOException failure) {
          throw new UncheckedIOException(failure);
        }
      }
    }
    return descriptions;
  }

  /** Writes the compiled classes to a folder, except the missing ones. */
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

  /** Returns the class path of the tests, followed by a folder. */
  static List<File> classPathWith(Path folder) {
    return Stream.concat(classPath().stream(), Stream.of(folder.toFile())).toList();
  }
}
