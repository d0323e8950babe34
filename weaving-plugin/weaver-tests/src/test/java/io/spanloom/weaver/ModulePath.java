package io.spanloom.weaver;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** The libraries that traced named modules need, as modules. */
public final class ModulePath {

  private ModulePath() {}

  /** Returns the class path as modules; packs class folders into jars with a module name. */
  public static String in(Path folder) throws IOException {
    List<String> result = new ArrayList<>();
    for (Path entry : Program.classPath()) {
      String name = entry.toString();
      if (name.endsWith("/annotations/target/classes")) {
        result.add(jar(folder, entry, "io.spanloom"));
      } else if (name.endsWith("/runtime/target/classes")) {
        result.add(jar(folder, entry, "io.spanloom.runtime"));
      } else if (name.endsWith("/deferred/target/classes")) {
        result.add(jar(folder, entry, "io.spanloom.deferred"));
      } else if (name.matches(
          ".*(opentelemetry|aspectjrt|spanloom-annotations|spanloom-deferred|spanloom-runtime)-[^/]*\\.jar")) {
        result.add(name);
      }
    }
    return String.join(File.pathSeparator, result);
  }

  private static String jar(Path folder, Path classes, String module) throws IOException {
    Path jar = folder.resolve(module + ".jar");
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Automatic-Module-Name", module);
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest);
        Stream<Path> files = Files.walk(classes)) {
      for (Path source : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        out.putNextEntry(new ZipEntry(classes.relativize(source).toString().replace('\\', '/')));
        Files.copy(source, out);
      }
    }
    return jar.toString();
  }
}
