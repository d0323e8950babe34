package io.spanloom.maven;

import io.spanloom.manifest.ManifestException;
import io.spanloom.manifest.TelemetryManifest;
import java.io.File;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Writes which spans and attributes the module makes, as JSON and as a page. */
@Mojo(name = "report", defaultPhase = LifecyclePhase.PREPARE_PACKAGE, threadSafe = true)
public final class ReportMojo extends AbstractManifestMojo {

  /** The folder that {@code spans.json} and {@code spans.html} are written to. */
  @Parameter(
      property = "spanloom.report",
      defaultValue = "${project.build.directory}/spanloom",
      required = true)
  private File report = new File("");

  /** What the page is about. */
  @Parameter(defaultValue = "${project.artifactId}", readonly = true, required = true)
  private String title = "";

  /** Made by Maven. */
  public ReportMojo() {}

  @Override
  void run() throws ManifestException {
    if (!hasClasses()) {
      getLog()
          .info("Spanloom: there are no classes to report on; compile first if there should be.");
      return;
    }
    TelemetryManifest manifest = manifest();
    manifest.write(report.toPath(), title);
    getLog().info("Spanloom: " + manifest.summary() + "; see " + new File(report, "spans.html"));
  }
}
