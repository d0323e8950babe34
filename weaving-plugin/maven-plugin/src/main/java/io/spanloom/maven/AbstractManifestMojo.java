package io.spanloom.maven;

import io.spanloom.manifest.ManifestException;
import io.spanloom.manifest.TelemetryManifest;
import io.spanloom.weaver.Problem;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;

/** The base class of the goals for the telemetry manifest. */
abstract class AbstractManifestMojo extends AbstractMojo {

  /** Directory with the compiled classes of the module. */
  @Parameter(defaultValue = "${project.build.outputDirectory}", readonly = true, required = true)
  private File classes = new File("");

  /**
   * Directory where the annotation processor writes its sources and span descriptions. Must be the
   * compiler plugin's {@code generatedSourcesDirectory}.
   */
  @Parameter(
      property = "spanloom.generatedSources",
      defaultValue = "${project.build.directory}/generated-sources/annotations",
      required = true)
  private File generatedSources = new File("");

  final boolean hasClasses() {
    return Files.isDirectory(classes.toPath());
  }

  final TelemetryManifest manifest() throws ManifestException {
    return TelemetryManifest.read(classes.toPath(), generatedSources.toPath());
  }

  abstract void run() throws ManifestException, MojoFailureException;

  @Override
  public final void execute() throws MojoFailureException {
    try {
      run();
    } catch (ManifestException failure) {
      throw failed(failure.problems(), failure.problems().get(0).toString());
    }
  }

  final MojoFailureException failed(List<Problem> problems, String summary) {
    problems.forEach(problem -> getLog().error(problem.toString()));
    return new MojoFailureException(summary);
  }

  static String relative(Path base, Path file) {
    return file.startsWith(base) ? base.relativize(file).toString() : file.toString();
  }
}
