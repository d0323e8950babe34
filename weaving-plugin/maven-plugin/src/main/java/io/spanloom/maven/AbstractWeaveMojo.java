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

/** What both goals share. */
abstract class AbstractWeaveMojo extends AbstractMojo {

  /** Leaves the classes as javac wrote them. */
  @Parameter(property = "spanloom.skip", defaultValue = "false")
  private boolean skip;

  abstract Path classes();

  abstract List<String> classPath();

  @Override
  public void execute() throws MojoFailureException {
    if (skip) {
      getLog().info("Spanloom: skipped; traced methods make no spans.");
    } else if (!Files.isDirectory(classes())) {
      getLog().debug("Spanloom: there is no class folder " + classes());
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
