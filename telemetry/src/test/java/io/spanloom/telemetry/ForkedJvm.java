package io.spanloom.telemetry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Runs a program in a forked JVM, because telemetry can be started only once per JVM. */
final class ForkedJvm {

  private final Map<String, String> properties = new TreeMap<>();
  private final Map<String, String> environment = new TreeMap<>();
  private final List<String> command = new ArrayList<>();
  private @Nullable Path folder;
  private String classPath = System.getProperty("java.class.path");

  /** Prepares a JVM for a class with a main method. */
  static ForkedJvm of(Class<?> program, String... arguments) {
    ForkedJvm jvm = new ForkedJvm();
    jvm.command.add(program.getName());
    jvm.command.addAll(List.of(arguments));
    return jvm;
  }

  /** Prepares a JVM for {@code -jar}. */
  static ForkedJvm ofJar(Path jar) {
    ForkedJvm jvm = new ForkedJvm();
    jvm.command.addAll(List.of("-jar", jar.toString()));
    return jvm;
  }

  ForkedJvm property(String name, String value) {
    properties.put(name, value);
    return this;
  }

  ForkedJvm variable(String name, String value) {
    environment.put(name, value);
    return this;
  }

  ForkedJvm workingDirectory(Path directory) {
    folder = directory;
    return this;
  }

  ForkedJvm addToClassPath(Path entry) {
    classPath += File.pathSeparator + entry;
    return this;
  }

  /** Removes the matching entries from the class path. */
  ForkedJvm removeFromClassPath(Predicate<String> entry) {
    classPath =
        List.of(classPath.split(File.pathSeparator)).stream()
            .filter(entry.negate())
            .reduce((left, right) -> left + File.pathSeparator + right)
            .orElseThrow();
    return this;
  }

  /** Runs the program, which must exit with 0, and returns its output. */
  String run() throws IOException, InterruptedException {
    return waitFor(start(), 0);
  }

  /** Runs the program, which must exit with the given code, and returns its output. */
  String run(int exitCode) throws IOException, InterruptedException {
    return waitFor(start(), exitCode);
  }

  /** Starts the program. Its standard output and standard error are one stream. */
  Process start() throws IOException {
    List<String> all = new ArrayList<>();
    all.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    properties.forEach((name, value) -> all.add("-D" + name + "=" + value));
    if (!command.get(0).equals("-jar")) {
      all.addAll(List.of("-cp", classPath));
    }
    all.addAll(command);
    ProcessBuilder builder = new ProcessBuilder(all).redirectErrorStream(true);
    if (folder != null) {
      builder.directory(folder.toFile());
    }
    builder.environment().keySet().removeIf(name -> name.startsWith("OTEL_"));
    builder.environment().putAll(environment);
    return builder.start();
  }

  /** Waits for a program, which must exit with the given code, and returns the unread output. */
  static String waitFor(Process process, int exitCode) throws IOException, InterruptedException {
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(output).isEqualTo(exitCode);
    return output;
  }
}
