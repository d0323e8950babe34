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

/** A JVM of its own for a program, since telemetry is started once in the life of a JVM. */
final class Jvm {

  private final Map<String, String> properties = new TreeMap<>();
  private final Map<String, String> environment = new TreeMap<>();
  private final List<String> command = new ArrayList<>();
  private @Nullable Path folder;
  private String classPath = System.getProperty("java.class.path");

  /** Prepares a JVM for the main method of a class. */
  static Jvm of(Class<?> program) {
    Jvm jvm = new Jvm();
    jvm.command.add(program.getName());
    return jvm;
  }

  /** Prepares a JVM for {@code -jar}. */
  static Jvm ofJar(Path jar) {
    Jvm jvm = new Jvm();
    jvm.command.addAll(List.of("-jar", jar.toString()));
    return jvm;
  }

  Jvm property(String name, String value) {
    properties.put(name, value);
    return this;
  }

  Jvm variable(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /** Has the program run in a folder. */
  Jvm in(Path where) {
    folder = where;
    return this;
  }

  /** Adds a part to the class path. */
  Jvm with(Path part) {
    classPath += File.pathSeparator + part;
    return this;
  }

  /** Leaves out the parts of the class path that are meant. */
  Jvm without(Predicate<String> part) {
    classPath =
        List.of(classPath.split(File.pathSeparator)).stream()
            .filter(part.negate())
            .reduce((left, right) -> left + File.pathSeparator + right)
            .orElseThrow();
    return this;
  }

  /** Runs the program to its end and returns what it printed. */
  String run() throws IOException, InterruptedException {
    return end(start(), 0);
  }

  /** Runs the program to its end, which is to be this exit code, and returns what it printed. */
  String run(int exitCode) throws IOException, InterruptedException {
    return end(start(), exitCode);
  }

  /** Starts the program; what it prints on both streams is its input stream. */
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

  /** Waits for the end, and returns what was printed and not yet read. */
  static String end(Process process, int exitCode) throws IOException, InterruptedException {
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(output).isEqualTo(exitCode);
    return output;
  }
}
