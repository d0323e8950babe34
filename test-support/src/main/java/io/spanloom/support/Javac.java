package io.spanloom.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * Compiles into a folder, with the class path of the tests and the folder itself, in this JVM.
 *
 * <p>It runs no annotation processor but those that it is given.
 */
public final class Javac {

  private final Path classes;
  private final List<String> options = new ArrayList<>();
  private final List<Processor> processors = new ArrayList<>();
  private List<Path> classPath;

  private Javac(Path classes) {
    this.classes = classes;
    classPath = Stream.concat(ClassPath.ofTests().stream(), Stream.of(classes)).toList();
  }

  /**
   * Prepares a compiler.
   *
   * @param classes the folder for class files, and for generated sources if no option says
   *     otherwise
   * @return the compiler
   */
  public static Javac into(Path classes) {
    return new Javac(classes);
  }

  /**
   * Adds options.
   *
   * @param more options of javac and their values
   * @return this compiler
   */
  public Javac options(List<String> more) {
    options.addAll(more);
    return this;
  }

  /**
   * Adds annotation processors.
   *
   * @param more the processors, which javac uses once
   * @return this compiler
   */
  public Javac processors(Processor... more) {
    processors.addAll(List.of(more));
    return this;
  }

  /**
   * Replaces the class path.
   *
   * @param entries folders and jars
   * @return this compiler
   */
  public Javac classPath(List<Path> entries) {
    classPath = entries;
    return this;
  }

  /**
   * Compiles sources.
   *
   * @param sources the text of a file each
   * @throws IllegalArgumentException with javac's messages, if there are errors
   */
  public void compile(String... sources) {
    run(files -> JavaSources.of(sources)).throwErrors();
  }

  /**
   * Compiles source files.
   *
   * @param sources their paths
   * @throws IllegalArgumentException with javac's messages, if there are errors
   */
  public void compileFiles(List<Path> sources) {
    tryFiles(sources).throwErrors();
  }

  /**
   * Compiles source files, and returns what javac reports.
   *
   * @param sources their paths
   * @return the result, with or without errors
   */
  public Result tryFiles(List<Path> sources) {
    return run(files -> files.getJavaFileObjectsFromPaths(sources));
  }

  private Result run(
      Function<StandardJavaFileManager, Iterable<? extends JavaFileObject>> sources) {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    try (StandardJavaFileManager files =
        javac.getStandardFileManager(diagnostics, Locale.ROOT, UTF_8)) {
      files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
      files.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
      JavaCompiler.CompilationTask task =
          javac.getTask(null, files, diagnostics, options, null, sources.apply(files));
      task.setProcessors(processors);
      return new Result(task.call(), List.copyOf(diagnostics.getDiagnostics()));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /**
   * The result of a compilation.
   *
   * @param succeeded whether there are no errors
   * @param diagnostics the messages of javac and of processors
   */
  public record Result(boolean succeeded, List<Diagnostic<? extends JavaFileObject>> diagnostics) {

    private void throwErrors() {
      if (!succeeded) {
        throw new IllegalArgumentException(
            diagnostics.stream().map(Diagnostic::toString).collect(Collectors.joining("\n")));
      }
    }
  }
}
