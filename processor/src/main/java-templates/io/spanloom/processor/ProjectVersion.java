package io.spanloom.processor;

/** The version of this build, which Maven fills in from the POM. */
final class ProjectVersion {

  static final String VALUE = "${project.version}";

  private ProjectVersion() {}
}
