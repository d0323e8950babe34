package io.spanloom.processor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class VersionTest {

  @Test
  void generatedSourcesHaveTheVersionOfTheBuild() {
    assertThat(ProjectVersion.VALUE).isEqualTo(System.getProperty("spanloom.project.version"));
  }
}
