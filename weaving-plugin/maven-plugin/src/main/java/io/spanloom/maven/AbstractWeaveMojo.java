package io.spanloom.maven;

import io.spanloom.weaver.Main;
import io.spanloom.weaver.Problem;
import io.spanloom.weaver.WeaveException;
import io.spanloom.weaver.WeaveResult;
import io.spanloom.weaver.Weaver;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;

/** The base class of the goals that weave. */
abstract class AbstractWeaveMojo extends AbstractMojo {

  /** Skips weaving: traced methods then create no spans. */
  @Parameter(property = "spanloom.skip", defaultValue = "false")
  private boolean skip;

  abstract Path classes();

  abstract List<String> classPath();

  @Override
  public void execute() throws MojoFailureException {
    if (skip) {
      getLog().info("Spanloom: weaving is skipped; traced methods create no spans.");
    } else if (!Files.isDirectory(classes())) {
      getLog().debug("Spanloom: class folder " + classes() + " does not exist; nothing to weave.");
    } else {
      weave();
    }
  }

  private void weave() throws MojoFailureException {
    try {
      WeaveResult result = Weaver.weave(classes(), classPath().stream().map(Path::of).toList());
      result.warnings().forEach(warning -> getLog().warn(warning.toString()));
      getLog().info(Main.summary(result));
    } catch (WeaveException failure) {
      List<Problem> problems = failure.problems();
      problems.forEach(problem -> getLog().error(problem.toString()));
      throw new MojoFailureException(problems.get(0).toString());
    }
  }
}
