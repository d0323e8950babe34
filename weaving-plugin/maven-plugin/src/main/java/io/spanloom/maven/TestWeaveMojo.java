package io.spanloom.maven;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Weaves the generated aspects into the test classes of the module. */
@Mojo(
    name = "test-weave",
    defaultPhase = LifecyclePhase.PROCESS_TEST_CLASSES,
    requiresDependencyResolution = ResolutionScope.TEST,
    threadSafe = true)
public final class TestWeaveMojo extends AbstractWeaveMojo {

  /** Directory with the compiled test classes of the module. */
  @Parameter(
      defaultValue = "${project.build.testOutputDirectory}",
      readonly = true,
      required = true)
  private File classes = new File("");

  /** Test class path of the module. */
  @Parameter(defaultValue = "${project.testClasspathElements}", readonly = true, required = true)
  private List<String> classPath = List.of();

  /** Creates the goal; called by Maven. */
  public TestWeaveMojo() {}

  @Override
  Path classes() {
    return classes.toPath();
  }

  @Override
  List<String> classPath() {
    return classPath;
  }
}
