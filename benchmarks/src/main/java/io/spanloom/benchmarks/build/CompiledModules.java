package io.spanloom.benchmarks.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;

/**
 * Compiles modules one after the other in this JVM, as a build tool does, and writes the time of
 * each. It uses only the JDK, so that its class path need not contain the processor.
 */
final class CompiledModules {

  private CompiledModules() {}

  /**
   * Compiles the modules.
   *
   * @param arguments the file for the times in milliseconds, a folder for the output, the number of
   *     the javac options that follow, these options, and a file with the sources for each module
   * @throws IOException if a file cannot be written
   */
  public static void main(String[] arguments) throws IOException {
    int sources = 3 + Integer.parseInt(arguments[2]);
    List<String> times = new ArrayList<>();
    for (int i = sources; i < arguments.length; i++) {
      List<String> options = new ArrayList<>(List.of(arguments).subList(3, sources));
      for (String location : List.of("-d", "-s")) {
        Path folder = Path.of(arguments[1], "module" + i, location.substring(1));
        options.addAll(List.of(location, Files.createDirectories(folder).toString()));
      }
      options.add("@" + arguments[i]);
      long before = System.nanoTime();
      int status =
          ToolProvider.getSystemJavaCompiler()
              .run(null, null, null, options.toArray(String[]::new));
      if (status != 0) {
        throw new IllegalStateException("javac failed with exit code " + status);
      }
      times.add(Long.toString((System.nanoTime() - before) / 1_000_000));
    }
    Files.write(Path.of(arguments[0]), times);
  }
}
