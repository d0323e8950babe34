package io.spanloom.comparison;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs a program in a separate JVM, which prints its spans as lines of OTLP JSON.
 *
 * @param settings the JVM options
 */
record ProgramRun(List<String> settings) {

  private static final long LIMIT_MINUTES = 2;

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
    return of(
        main,
        classes,
        libraries.stream().map(ProgramRun::placeOf).collect(joining(File.pathSeparator)));
  }

  /**
   * Runs a program with the tests' class path, except the agent, and waits for its end.
   *
   * @param main the program's main class
   * @param classes the program's classes
   * @return the program's spans, in the order in which they were exported
   */
  List<ExportedSpan> withAllLibraries(String main, Classes classes) {
    String libraries =
        Classes.testClassPath().stream()
            .filter(path -> !isAgent(path))
            .map(Path::toString)
            .collect(joining(File.pathSeparator));
    return of(main, classes, libraries);
  }

  private List<ExportedSpan> of(String main, Classes classes, String classPath) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(settings);
    command.addAll(List.of("-Dfile.encoding=UTF-8", "-Dstderr.encoding=UTF-8"));
    command.add("-cp");
    command.add(classes.folder() + File.pathSeparator + classPath);
    command.add(main);
    return ExportedSpan.read(output(command));
  }

  private static boolean isAgent(Path path) {
    return path.getFileName().toString().startsWith("opentelemetry-javaagent-");
  }

  private static String placeOf(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static List<String> output(List<String> command) {
    try {
      Path output = Files.createTempFile("spans", ".txt");
      try {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("OTEL_"));
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        Process process = builder.redirectOutput(output.toFile()).start();
        if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
          process.destroyForcibly();
          throw new AssertionError("does not end: " + Files.readString(output, UTF_8));
        }
        if (process.exitValue() != 0) {
          throw new AssertionError(Files.readString(output, UTF_8));
        }
        return Files.readAllLines(output, UTF_8);
      } finally {
        Files.delete(output);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interruption);
    }
  }
}
