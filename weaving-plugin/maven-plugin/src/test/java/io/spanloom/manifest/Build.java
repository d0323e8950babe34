package io.spanloom.manifest;

import io.spanloom.processor.SpansProcessor;
import io.spanloom.support.ClassPath;
import io.spanloom.support.Javac;
import io.spanloom.weaver.WeaveException;
import io.spanloom.weaver.Weaver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The folders of a module with the layout of a Maven build: classes and generated sources. */
record Build(Path folder) {

  /** Compiles classes of the package {@code shop} with the processor. */
  static Build of(Path folder, String... sources) throws IOException {
    Build build = new Build(folder);
    Files.createDirectories(build.classes());
    Files.createDirectories(build.sources());
    Javac.into(build.classes())
        .options(List.of("-s", build.sources().toString(), "-Aspanloom.weave=false"))
        .processors(new SpansProcessor())
        .compile(
            Arrays.stream(sources).map(text -> "package shop;\n" + text).toArray(String[]::new));
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
    Weaver.weave(classes(), ClassPath.ofPrograms());
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
}
