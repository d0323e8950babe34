package io.spanloom.processor;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.spanloom.support.JavaSources;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;

/**
 * A compilation by Eclipse's compiler, which reads only files that exist on disk.
 *
 * @param diagnostics all messages
 * @param generated the generated sources, by path
 */
record EclipseCompilation(
    List<Diagnostic<? extends JavaFileObject>> diagnostics, SortedMap<String, String> generated) {

  /** Compiles sources in a folder with the processor. */
  static EclipseCompilation of(Path folder, String... sources) throws IOException {
    Path classes = Files.createDirectories(folder.resolve("classes"));
    List<File> files = new ArrayList<>();
    for (String source : sources) {
      Path file = folder.resolve("source" + JavaSources.file(source).toUri().getPath());
      Files.createDirectories(file.getParent());
      files.add(Files.writeString(file, source).toFile());
    }
    JavaCompiler eclipse = new EclipseCompiler();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    try (StandardJavaFileManager manager =
        eclipse.getStandardFileManager(diagnostics, Locale.ROOT, UTF_8)) {
      manager.setLocation(StandardLocation.CLASS_PATH, CompiledSources.classPath());
      manager.setLocation(StandardLocation.CLASS_OUTPUT, List.of(classes.toFile()));
      manager.setLocation(StandardLocation.SOURCE_OUTPUT, List.of(classes.toFile()));
      JavaCompiler.CompilationTask task =
          eclipse.getTask(
              null,
              manager,
              diagnostics,
              List.of("--release", "17"),
              null,
              manager.getJavaFileObjectsFromFiles(files));
      task.setProcessors(List.of(new SpansProcessor()));
      task.call();
    }
    return new EclipseCompilation(diagnostics.getDiagnostics(), generated(classes));
  }

  private static SortedMap<String, String> generated(Path folder) throws IOException {
    SortedMap<String, String> result = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        result.put(
            folder.relativize(file).toString().replace(File.separatorChar, '/'),
            Files.readString(file));
      }
    }
    return result;
  }

  List<Diagnostic<? extends JavaFileObject>> errors() {
    return diagnostics.stream().filter(each -> each.getKind() == Diagnostic.Kind.ERROR).toList();
  }

  /** Returns the messages of the processor. */
  List<Diagnostic<? extends JavaFileObject>> messages() {
    return diagnostics.stream().filter(CompiledSources::isFromProcessor).toList();
  }
}
