package io.spanloom.maven;

import io.spanloom.manifest.ManifestException;
import io.spanloom.manifest.TelemetryManifest;
import java.io.File;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Reports the module's spans and attributes as JSON and as an HTML page. */
@Mojo(name = "report", defaultPhase = LifecyclePhase.PREPARE_PACKAGE, threadSafe = true)
public final class ReportMojo extends AbstractManifestMojo {

  /** Output directory for {@code spans.json} and {@code spans.html}. */
  @Parameter(
      property = "spanloom.report",
      defaultValue = "${project.build.directory}/spanloom",
      required = true)
  private File report = new File("");

  /** Title of the page. */
  @Parameter(defaultValue = "${project.artifactId}", readonly = true, required = true)
  private String title = "";

  /** Creates the goal; called by Maven. */
  public ReportMojo() {}

  @Override
  void run() throws ManifestException {
    if (!hasClasses()) {
      getLog().info("Spanloom: no classes; nothing to report.");
      return;
    }
    TelemetryManifest manifest = manifest();
    manifest.write(report.toPath(), title);
    getLog().info("Spanloom: " + manifest.summary() + "; see " + new File(report, "spans.html"));
  }
}
