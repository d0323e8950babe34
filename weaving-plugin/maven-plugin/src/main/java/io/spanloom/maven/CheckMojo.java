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

/** Fails if spans or attributes are not those of a committed baseline. */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class CheckMojo extends AbstractManifestMojo {

  private static final String WRITE = "spanloom.baseline.write";

  /** The committed file to compare with. */
  @Parameter(
      property = "spanloom.baseline",
      defaultValue = "${project.basedir}/src/main/spanloom/spans.json",
      required = true)
  private File baseline = new File("");

  /** Writes the baseline in place of comparing with it. */
  @Parameter(property = WRITE, defaultValue = "false")
  private boolean write;

  /** The module's folder, which messages leave out. */
  @Parameter(defaultValue = "${project.basedir}", readonly = true, required = true)
  private File basedir = new File("");

  /** Made by Maven. */
  public CheckMojo() {}

  @Override
  void run() throws ManifestException, MojoFailureException {
    Path file = baseline.toPath();
    if (!hasClasses() && !baseline.exists()) {
      getLog().info("Spanloom: there are no classes and no baseline to compare.");
      return;
    }
    TelemetryManifest manifest = manifest();
    if (!write) {
      compare(manifest, file);
    } else if (baseline.exists() || !manifest.isEmpty()) {
      manifest.accept(file);
      getLog().info("Spanloom: " + name() + " is written; commit it.");
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
              + "; if meant, accept with ";
    } catch (ManifestException failure) {
      problems = failure.problems();
      summary = problems.get(0) + " Write it with ";
    }
    if (!problems.isEmpty()) {
      throw failed(
          problems,
          summary + "'mvn process-classes spanloom:check -D" + WRITE + "' and commit the file.");
    }
    getLog().info("Spanloom: spans and attributes are those of " + name() + ".");
  }

  private String name() {
    return relative(basedir.toPath(), baseline.toPath());
  }
}
