package io.spanloom.comparison;

import io.spanloom.support.ClassPath;
import io.spanloom.support.ForkedJvm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs a program in a separate JVM, which prints its spans as lines of OTLP JSON.
 *
 * @param settings the JVM options
 */
record ProgramRun(List<String> settings) {

  /** Batches contain one span, so that a span whose export fails loses no other. */
  private static final List<String> EXPORT =
      List.of(
          "-XX:TieredStopAtLevel=1", // starts faster
          "-Dotel.traces.exporter=logging-otlp",
          "-Dotel.metrics.exporter=none",
          "-Dotel.logs.exporter=none",
          "-Dotel.bsp.max.export.batch.size=1");

  /** Creates a run without the agent; the program starts its own SDK. */
  static ProgramRun withoutTheAgent() {
    return new ProgramRun(EXPORT);
  }

  /** Creates a run with the agent. */
  static ProgramRun underTheAgent(String... settings) {
    Path agent =
        Classes.testClassPath().stream().filter(ProgramRun::isAgent).findFirst().orElseThrow();
    List<String> all = new ArrayList<>(EXPORT);
    all.add("-javaagent:" + agent);
    all.addAll(List.of(settings));
    return new ProgramRun(all);
  }

  /**
   * Runs a program and waits for its end.
   *
   * @param main the program's main class
   * @param classes the program's classes
   * @param libraries one class of each library on the class path
   * @return the program's spans, in the order in which they were exported
   */
  List<ExportedSpan> of(String main, Classes classes, List<Class<?>> libraries) {
    return of(main, classes, libraries.stream().map(ClassPath::of));
  }

  /**
   * Runs a program with the tests' class path, except the agent, and waits for its end.
   *
   * @param main the program's main class
   * @param classes the program's classes
   * @return the program's spans, in the order in which they were exported
   */
  List<ExportedSpan> withAllLibraries(String main, Classes classes) {
    return of(main, classes, Classes.testClassPath().stream().filter(path -> !isAgent(path)));
  }

  private List<ExportedSpan> of(String main, Classes classes, Stream<Path> libraries) {
    ForkedJvm program =
        ForkedJvm.of(main)
            .options(settings)
            .property("file.encoding", "UTF-8")
            .property("stderr.encoding", "UTF-8")
            .classPath(Stream.concat(Stream.of(classes.folder()), libraries).toList());
    try {
      return ExportedSpan.read(program.run().lines().toList());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interruption);
    }
  }

  private static boolean isAgent(Path path) {
    return path.getFileName().toString().startsWith("opentelemetry-javaagent-");
  }
}
