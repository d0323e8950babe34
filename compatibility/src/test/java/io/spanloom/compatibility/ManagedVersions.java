package io.spanloom.compatibility;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The dependencies that Maven resolved for a program under one BOM.
 *
 * @param folder the module of {@code src/it/class-paths} that imports the BOM
 */
record ManagedVersions(Path folder) {

  private static final Path MODULES = Path.of("target", "it", "class-paths");

  /** Returns those of all BOMs. Aborts the test if the invoker plugin was skipped. */
  static List<ManagedVersions> all() throws IOException {
    assumeThat(MODULES).exists();
    try (Stream<Path> modules = Files.list(MODULES)) {
      return modules
          .filter(module -> Files.exists(module.resolve(Path.of("target", "telemetry.path"))))
          .sorted()
          .map(ManagedVersions::new)
          .toList();
    }
  }

  /** Returns those of the BOM with a name, which is that of its module. */
  static ManagedVersions of(String name) throws IOException {
    return all().stream()
        .filter(versions -> versions.toString().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** Returns the class path of a program with annotations, runtime and spanloom-testing. */
  List<Path> runtime() throws IOException {
    return read("runtime.path");
  }

  /** Returns the class path of a program that also uses spanloom-telemetry. */
  List<Path> telemetry() throws IOException {
    return read("telemetry.path");
  }

  /** Returns the entries of a class path that belong to Spanloom. */
  static List<Path> ofSpanloom(List<Path> classPath) {
    return classPath.stream()
        .filter(entry -> entry.getFileName().toString().startsWith("spanloom-"))
        .toList();
  }

  private List<Path> read(String name) throws IOException {
    return Stream.of(Files.readString(file(name)).strip().split(File.pathSeparator, -1))
        .map(Path::of)
        .toList();
  }

  private Path file(String name) {
    return folder.resolve("target").resolve(name);
  }

  @Override
  public String toString() {
    return folder.getFileName().toString();
  }
}
