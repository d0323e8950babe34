package io.spanloom.runtime.woven;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ScopeVersionTest {

  @Test
  void instrumentationScopeHasVersionOfBuild() {
    assertThat(ProjectVersion.VALUE).isEqualTo(System.getProperty("spanloom.project.version"));
  }
}
