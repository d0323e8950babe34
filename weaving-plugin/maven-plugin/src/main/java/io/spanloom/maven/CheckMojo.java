package io.spanloom.maven;

import io.spanloom.manifest.ManifestException;
import io.spanloom.manifest.TelemetryManifest;
import io.spanloom.weaver.Problem;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Fails the build if the spans or attributes of the module differ from a committed baseline. */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class CheckMojo extends AbstractManifestMojo {

  private static final String WRITE = "spanloom.baseline.write";

  /** Baseline file to compare with; commit it to version control. */
  @Parameter(
      property = "spanloom.baseline",
      defaultValue = "${project.basedir}/src/main/spanloom/spans.json",
      required = true)
  private File baseline = new File("");

  /** Writes the baseline instead of comparing with it. */
  @Parameter(property = WRITE, defaultValue = "false")
  private boolean write;

  /** Directory of the module; messages show paths relative to it. */
  @Parameter(defaultValue = "${project.basedir}", readonly = true, required = true)
  private File basedir = new File("");

  /** Creates the goal; called by Maven. */
  public CheckMojo() {}

  @Override
  void run() throws ManifestException, MojoFailureException {
    Path file = baseline.toPath();
    if (!hasClasses() && !baseline.exists()) {
      getLog().info("Spanloom: no classes and no baseline; nothing to compare.");
      return;
    }
    TelemetryManifest manifest = manifest();
    if (!write) {
      compare(manifest, file);
    } else if (baseline.exists() || !manifest.isEmpty()) {
      manifest.accept(file);
      getLog().info("Spanloom: wrote " + name() + "; commit it.");
    }
  }

  private void compare(TelemetryManifest manifest, Path file) throws MojoFailureException {
    List<Problem> problems;
    String summary;
    try {
      problems = manifest.compare(file);
      summary =
          (problems.size() == 1 ? "1 difference" : problems.size() + " differences")
              + " from the baseline "
              + name()
              + "; to accept them, run ";
    } catch (ManifestException failure) {
      problems = failure.problems();
      summary = problems.get(0) + " To write it, run ";
    }
    if (!problems.isEmpty()) {
      throw failed(
          problems,
          summary + "'mvn process-classes spanloom:check -D" + WRITE + "' and commit the file.");
    }
    getLog().info("Spanloom: spans and attributes match " + name() + ".");
  }

  private String name() {
    return relative(basedir.toPath(), baseline.toPath());
  }
}
