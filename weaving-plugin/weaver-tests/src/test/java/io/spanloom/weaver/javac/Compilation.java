package io.spanloom.weaver.javac;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.support.ClassPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** One run of javac with the processor on its processor path, as users configure it. */
final class Compilation {

  /** Everything that a program needs at run time, and the processor with its dependencies. */
  static final String CLASS_PATH = ClassPath.join(ClassPath.ofTests());

  private final Path sources;
  private final List<String> options = new ArrayList<>();
  private final List<Path> files = new ArrayList<>();
  private String processorPath = CLASS_PATH;
  private @Nullable Path output;
  private Function<StandardJavaFileManager, JavaFileManager> fileManager = standard -> standard;
  private UnaryOperator<JavaFileObject> sourceWrapper = UnaryOperator.identity();
  private @Nullable Processor processor;

  private Compilation(Path sources) {
    this.sources = sources;
  }

  /**
   * The outcome of a run.
   *
   * @param success whether javac succeeded
   * @param diagnostics its messages
   */
  record Result(boolean success, List<Diagnostic<? extends JavaFileObject>> diagnostics) {

    /** Returns the messages of one kind. */
    List<String> messages(Diagnostic.Kind kind) {
      return diagnostics.stream()
          .filter(diagnostic -> diagnostic.getKind() == kind)
          .map(diagnostic -> diagnostic.getMessage(Locale.ROOT))
          .toList();
    }
  }

  /** Returns a compilation into {@code folder/classes} of sources in {@code folder/src}. */
  static Compilation in(Path folder) {
    Compilation result = new Compilation(folder.resolve("src"));
    result.output = folder.resolve("classes");
    return result;
  }

  /** Adds a source file. */
  Compilation source(String path, String text) {
    try {
      Path file = sources.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      files.add(file);
      return this;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  Compilation options(String... more) {
    options.addAll(List.of(more));
    return this;
  }

  Compilation withoutOutputFolder() {
    output = null;
    return this;
  }

  Compilation processorPath(String path) {
    processorPath = path;
    return this;
  }

  Compilation fileManager(Function<StandardJavaFileManager, JavaFileManager> wrapper) {
    fileManager = wrapper;
    return this;
  }

  /** Replaces each source file that javac reads. */
  Compilation sourceFiles(UnaryOperator<JavaFileObject> wrapper) {
    sourceWrapper = wrapper;
    return this;
  }

  /** Uses a processor of the test's class loader; javac still loads the plugin in its own. */
  Compilation processor(Processor instance) {
    processor = instance;
    return this;
  }

  Path output() {
    return output == null ? sources : output;
  }

  Result run() {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    try (StandardJavaFileManager standard =
        javac.getStandardFileManager(diagnostics, Locale.ROOT, UTF_8)) {
      if (output != null) {
        Files.createDirectories(output);
      }
      List<JavaFileObject> units = new ArrayList<>();
      standard
          .getJavaFileObjectsFromPaths(files)
          .forEach(file -> units.add(sourceWrapper.apply(file)));
      JavaCompiler.CompilationTask task =
          javac.getTask(null, fileManager.apply(standard), diagnostics, allOptions(), null, units);
      if (processor != null) {
        task.setProcessors(List.of(processor));
      }
      boolean success = task.call();
      return new Result(success, List.copyOf(diagnostics.getDiagnostics()));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Runs the javac command; returns what it prints, and its exit status in the last line. */
  String runInNewJvm() throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "javac").toString());
    command.addAll(allOptions());
    files.forEach(file -> command.add(file.toString()));
    Files.createDirectories(output());
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
    return printed + process.waitFor() + "\n";
  }

  private List<String> allOptions() {
    List<String> result = new ArrayList<>(options);
    if (!options.contains("--module-path")) {
      result.addAll(List.of("-classpath", CLASS_PATH));
    }
    result.addAll(List.of("-processorpath", processorPath));
    // Without -d and -s, javac would write generated sources into the working directory.
    result.addAll(
        output == null ? List.of("-s", sources.toString()) : List.of("-d", output.toString()));
    return result;
  }

  /** Returns the class path of the tests without the jars that contain AspectJ's weaver. */
  static String classPathWithoutAspectj() {
    return ClassPath.join(
        ClassPath.ofTests().stream()
            .filter(entry -> !entry.getFileName().toString().matches("aspectj(weaver|tools)-.*"))
            .toList());
  }

  static void assertSameFiles(Map<String, byte[]> actual, Map<String, byte[]> expected) {
    assertThat(actual).containsOnlyKeys(expected.keySet());
    expected.forEach((name, bytes) -> assertThat(actual.get(name)).as(name).isEqualTo(bytes));
  }

  /** Returns the class files below a folder, by path. */
  static Map<String, byte[]> classFiles(Path folder) {
    Map<String, byte[]> result = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : (Iterable<Path>) paths::iterator) {
        if (path.toString().endsWith(".class")) {
          result.put(folder.relativize(path).toString(), Files.readAllBytes(path));
        }
      }
      return result;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
