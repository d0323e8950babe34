package io.spanloom.benchmarks.build;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Costs of compiling a library whose public methods are all traced.
 *
 * @param name the library's name and version
 * @param plain the cost of javac without the processor
 * @param woven the cost of javac with the processor and weaving
 * @param plainClasses the class files without tracing
 * @param wovenClasses the class files with tracing
 * @param sources the library's sources
 * @param generated the generated sources
 */
record LibraryCosts(
    String name,
    ToolRunner.Cost plain,
    ToolRunner.Cost woven,
    Size plainClasses,
    Size wovenClasses,
    Size sources,
    Size generated) {

  private static final String SUFFIX = "-sources.jar";
  private static final String HEAP = "2g";

  /** The bytes and lines of all files of one kind in a folder. */
  record Size(long bytes, long lines) {

    static Size of(Path folder, String suffix) throws IOException {
      long bytes = 0;
      long lines = 0;
      for (Path file : BuildCosts.files(folder, suffix)) {
        bytes += Files.size(file);
        lines += suffix.equals(".java") ? Files.readAllLines(file, ISO_8859_1).size() : 0;
      }
      return new Size(bytes, lines);
    }
  }

  /**
   * Compiles a library without and with tracing.
   *
   * @param sourcesJar the library's sources
   * @param dependencies the jars that it needs
   */
  static LibraryCosts of(Path sourcesJar, List<Path> dependencies)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("spanloom-benchmark");
    try {
      Path sources = folder.resolve("src");
      Path list = unpack(sourcesJar, sources, folder);
      ToolRunner runner = new ToolRunner(folder);
      Path plain = Files.createDirectories(folder.resolve("plain"));
      Path woven = Files.createDirectories(folder.resolve("woven"));
      Path generated = Files.createDirectories(folder.resolve("generated"));
      List<String> options = options(list, dependencies);
      return new LibraryCosts(
          sourcesJar.getFileName().toString().replace(SUFFIX, ""),
          runner.run(HEAP, MeasuredTool.JAVAC, and(options, "-proc:none", "-d", plain)),
          runner.run(HEAP, MeasuredTool.JAVAC, and(options, "-d", woven, "-s", generated)),
          Size.of(plain, ".class"),
          Size.of(woven, ".class"),
          Size.of(sources, ".java"),
          Size.of(generated, ".java"));
    } finally {
      BuildCosts.delete(folder);
    }
  }

  private static List<String> options(Path list, List<Path> dependencies) {
    String classPath =
        System.getProperty("java.class.path")
            + File.pathSeparator
            + String.join(File.pathSeparator, dependencies.stream().map(Path::toString).toList());
    return List.of(
        "-g",
        "-nowarn",
        "-encoding",
        "ISO-8859-1",
        "-cp",
        classPath,
        "-processor",
        "io.spanloom.processor.SpansProcessor",
        "@" + list);
  }

  private static List<String> and(List<String> options, Object... more) {
    List<String> result = new ArrayList<>(options);
    for (Object option : more) {
      result.add(option.toString());
    }
    return result;
  }

  /** Unpacks sources, traces every package, and returns the file that lists the sources. */
  private static Path unpack(Path jar, Path sources, Path folder) throws IOException {
    Set<Path> packages = new TreeSet<>();
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        Path file = sources.resolve(entry.getName()).normalize();
        if (isSource(entry.getName()) && file.startsWith(sources)) {
          Files.createDirectories(file.getParent());
          try (InputStream content = zip.getInputStream(entry)) {
            Files.copy(content, file);
          }
          packages.add(file.getParent());
        }
      }
    }
    for (Path each : packages) {
      String name = sources.relativize(each).toString().replace(File.separatorChar, '.');
      Files.writeString(
          each.resolve("package-info.java"), "@io.spanloom.Traced package " + name + ";\n");
    }
    Path list = folder.resolve("sources.txt");
    Files.write(
        list, BuildCosts.files(sources, ".java").stream().map(file -> file.toString()).toList());
    return list;
  }

  private static boolean isSource(String name) {
    return name.endsWith(".java")
        && !name.endsWith("package-info.java")
        && !name.endsWith("module-info.java");
  }
}
