package io.spanloom.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Runs a program in a separate JVM, which inherits the class path of the tests, and the environment
 * without the variables that change the output of a traced program.
 */
public final class ForkedJvm {

  private static final long LIMIT_MINUTES = 2;
  private static final Set<String> CLEARED =
      Set.of("JAVA_TOOL_OPTIONS", "COLUMNS", "FORCE_COLOR", "CLICOLOR_FORCE");

  private final List<String> options = new ArrayList<>();
  private final Map<String, String> environment = new TreeMap<>();
  private final List<String> program = new ArrayList<>();
  private List<Path> classPath = ClassPath.ofTests();
  private @Nullable Path folder;

  private ForkedJvm() {}

  /**
   * Prepares a JVM for a class with a main method.
   *
   * @param main the class
   * @param arguments of the main method
   * @return the JVM
   */
  public static ForkedJvm of(Class<?> main, String... arguments) {
    return of(main.getName(), arguments);
  }

  /**
   * Prepares a JVM for a class with a main method.
   *
   * @param main the class's binary name
   * @param arguments of the main method
   * @return the JVM
   */
  public static ForkedJvm of(String main, String... arguments) {
    ForkedJvm jvm = new ForkedJvm();
    jvm.program.add(main);
    jvm.program.addAll(List.of(arguments));
    return jvm;
  }

  /**
   * Prepares a JVM for {@code -jar}.
   *
   * @param jar an executable jar; its manifest replaces the class path of the tests
   * @return the JVM
   */
  public static ForkedJvm ofJar(Path jar) {
    return of("-jar", jar.toString());
  }

  /**
   * Adds options of the JVM.
   *
   * @param more options in the form of the command line
   * @return this JVM
   */
  public ForkedJvm options(List<String> more) {
    options.addAll(more);
    return this;
  }

  /**
   * Sets a system property.
   *
   * @param name the property's name
   * @param value the property's value
   * @return this JVM
   */
  public ForkedJvm property(String name, String value) {
    return options(List.of("-D" + name + "=" + value));
  }

  /**
   * Sets an environment variable.
   *
   * @param name the variable's name
   * @param value the variable's value
   * @return this JVM
   */
  public ForkedJvm variable(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /**
   * Sets the working directory.
   *
   * @param where an existing folder
   * @return this JVM
   */
  public ForkedJvm in(Path where) {
    folder = where;
    return this;
  }

  /**
   * Replaces the class path.
   *
   * @param entries folders and jars
   * @return this JVM
   */
  public ForkedJvm classPath(List<Path> entries) {
    classPath = List.copyOf(entries);
    return this;
  }

  /**
   * Adds an entry to the class path.
   *
   * @param entry a folder or jar
   * @return this JVM
   */
  public ForkedJvm with(Path entry) {
    return classPath(Stream.concat(classPath.stream(), Stream.of(entry)).toList());
  }

  /**
   * Removes entries of the class path.
   *
   * @param entry matches the paths of the entries to remove
   * @return this JVM
   */
  public ForkedJvm without(Predicate<String> entry) {
    return classPath(classPath.stream().filter(path -> !entry.test(path.toString())).toList());
  }

  /**
   * Runs the program.
   *
   * @return what it prints on both streams
   * @throws AssertionError if its exit code is not 0
   * @throws IOException if it cannot be started or read
   * @throws InterruptedException if the thread is interrupted
   */
  public String run() throws IOException, InterruptedException {
    return end(start(), 0);
  }

  /**
   * Runs the program.
   *
   * @param exitCode the expected exit code
   * @return what it prints on both streams
   * @throws AssertionError if the exit code differs
   * @throws IOException if it cannot be started or read
   * @throws InterruptedException if the thread is interrupted
   */
  public String run(int exitCode) throws IOException, InterruptedException {
    return end(start(), exitCode);
  }

  /**
   * Starts the program.
   *
   * @return the process, whose input stream is what the program prints on both streams
   * @throws IOException if it cannot be started
   */
  public Process start() throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    if (!program.get(0).equals("-jar")) {
      command.addAll(List.of("-cp", ClassPath.join(classPath)));
    }
    command.addAll(program);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    if (folder != null) {
      builder.directory(folder.toFile());
    }
    builder
        .environment()
        .keySet()
        .removeIf(name -> name.matches("(OTEL|SPANLOOM)_.*") || CLEARED.contains(name));
    builder.environment().putAll(environment);
    return builder.start();
  }

  /**
   * Waits until a process ends; kills it after two minutes.
   *
   * @param process the process of {@link #start}
   * @param exitCode the expected exit code
   * @return the printed output that no earlier call has read
   * @throws AssertionError if the exit code differs
   * @throws IOException if it cannot be read
   * @throws InterruptedException if the thread is interrupted
   */
  public static String end(Process process, int exitCode) throws IOException, InterruptedException {
    CompletableFuture.delayedExecutor(LIMIT_MINUTES, TimeUnit.MINUTES)
        .execute(process::destroyForcibly);
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    int actual = process.waitFor();
    if (actual != exitCode) {
      throw new AssertionError("ended with " + actual + ", not " + exitCode + ":\n" + output);
    }
    return output;
  }
}
