package io.spanloom.manifest;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.spanloom.processor.SpansProcessor;
import io.spanloom.weaver.WeaveException;
import io.spanloom.weaver.Weaver;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** The folders of a module with the layout of a Maven build: classes and generated sources. */
record Build(Path folder) {

  private static final Pattern TYPE = Pattern.compile("(?m)^(?:public )?class (\\S+)");

  /** Compiles classes of the package {@code shop} with the processor. */
  static Build of(Path folder, String... sources) throws IOException {
    Build build = new Build(folder);
    Files.createDirectories(build.classes());
    Files.createDirectories(build.sources());
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files =
        javac.getStandardFileManager(diagnostics, Locale.ROOT, UTF_8)) {
      files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(build.classes()));
      files.setLocationFromPaths(StandardLocation.SOURCE_OUTPUT, List.of(build.sources()));
      files.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath());
      JavaCompiler.CompilationTask task =
          javac.getTask(
              null,
              files,
              diagnostics,
              null,
              null,
              Arrays.stream(sources).map(Build::source).toList());
      task.setProcessors(List.of(new SpansProcessor()));
      if (!task.call()) {
        throw new IllegalArgumentException(
            String.join(
                "\n", diagnostics.getDiagnostics().stream().map(Diagnostic::toString).toList()));
      }
    }
    return build;
  }

  Path classes() {
    return folder.resolve("target/classes");
  }

  Path sources() {
    return folder.resolve("target/generated-sources/annotations");
  }

  Path description() {
    return sources().resolve("shop/Orders_Spans.json");
  }

  Build weave() throws WeaveException {
    Weaver.weave(classes(), classPath());
    return this;
  }

  TelemetryManifest manifest() throws ManifestException {
    return TelemetryManifest.read(classes(), sources());
  }

  /** Writes the report and returns a file of it. */
  String report(String file) throws IOException, ManifestException {
    Path report = folder.resolve("target/spanloom");
    manifest().write(report, "the shop");
    return Files.readString(report.resolve(file));
  }

  private static List<Path> classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(entry -> !entry.isEmpty())
        .map(Path::of)
        .toList();
  }

  private static JavaFileObject source(String text) {
    Matcher type = TYPE.matcher(text);
    if (!type.find()) {
      throw new IllegalArgumentException(text);
    }
    return new SimpleJavaFileObject(
        URI.create("string:///shop/" + type.group(1) + ".java"), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return "package shop;\n" + text;
      }
    };
  }
}
