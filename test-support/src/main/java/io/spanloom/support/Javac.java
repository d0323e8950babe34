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
import org.jspecify.annotations.Nullable;

/**
 * Compiles into a folder, with the libraries of the tests and the folder itself, in this JVM.
 *
 * <p>It runs no annotation processor but those that it is given.
 */
public final class Javac {

  /**
   * A file manager per thread for the libraries of the tests. It keeps the jars open, because
   * opening them takes as long as compiling a small class.
   */
  private static final ThreadLocal<StandardJavaFileManager> SHARED_FILES =
      ThreadLocal.withInitial(Javac::newFileManager);

  private final Path classes;
  private final List<String> options = new ArrayList<>();
  private final List<Processor> processors = new ArrayList<>();
  private @Nullable List<Path> classPath;

  private Javac(Path classes) {
    this.classes = classes;
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
    try {
      if (canShareFiles()) {
        return run(sources, SHARED_FILES.get());
      }
      try (StandardJavaFileManager files = newFileManager()) {
        return run(sources, files);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Returns false if an option may change the file manager, or a jar may change later. */
  private boolean canShareFiles() {
    return classPath == null && options.stream().allMatch(option -> option.startsWith("-A"));
  }

  private static StandardJavaFileManager newFileManager() {
    return ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, Locale.ROOT, UTF_8);
  }

  private Result run(
      Function<StandardJavaFileManager, Iterable<? extends JavaFileObject>> sources,
      StandardJavaFileManager files)
      throws IOException {
    files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
    files.setLocationFromPaths(
        StandardLocation.CLASS_PATH,
        classPath == null
            ? Stream.concat(ClassPath.ofPrograms().stream(), Stream.of(classes)).toList()
            : classPath);
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    JavaCompiler.CompilationTask task =
        ToolProvider.getSystemJavaCompiler()
            .getTask(null, files, diagnostics, options, null, sources.apply(files));
    task.setProcessors(processors);
    return new Result(task.call(), List.copyOf(diagnostics.getDiagnostics()));
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
