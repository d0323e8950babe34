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
 * A run of a program in a JVM of its own, which prints its spans as lines of OTLP in JSON.
 *
 * @param settings the options of the JVM
 */
record Run(List<String> settings) {

  /** Batches of one span: one that cannot be exported does not take others with it. */
  private static final List<String> EXPORT =
      List.of(
          "-XX:TieredStopAtLevel=1", // it starts sooner
          "-Dotel.traces.exporter=logging-otlp",
          "-Dotel.metrics.exporter=none",
          "-Dotel.logs.exporter=none",
          "-Dotel.bsp.max.export.batch.size=1");

  /** A run whose program brings its SDK. */
  static Run withoutTheAgent() {
    return new Run(EXPORT);
  }

  /** A run with the agent. */
  static Run underTheAgent(String... settings) {
    Path agent = Classes.testClassPath().stream().filter(Run::isAgent).findFirst().orElseThrow();
    List<String> all = new ArrayList<>(EXPORT);
    all.add("-javaagent:" + agent);
    all.addAll(List.of(settings));
    return new Run(all);
  }

  /**
   * Runs a program to its end.
   *
   * @param main its class
   * @param classes where it is
   * @param libraries a class of each library that it needs
   * @return its spans, in the order in which they were exported
   */
  List<ExportedSpan> of(String main, Classes classes, List<Class<?>> libraries) {
    return of(main, classes, libraries.stream().map(ClassPath::of));
  }

  /**
   * Runs a program to its end with all that the tests have but the agent.
   *
   * @param main its class
   * @param classes where it is
   * @return its spans, in the order in which they were exported
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
