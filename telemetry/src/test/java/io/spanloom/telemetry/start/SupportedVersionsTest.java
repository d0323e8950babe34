package io.spanloom.telemetry.start;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The module {@code compatibility} tests start-up with other versions. */
final class SupportedVersionsTest {

  @Test
  void supportsVersionsOfBuild() {
    assertThat(SupportedVersions.problem()).isNull();
  }

  @Test
  void recommendsBomOfBuild() {
    assertThat(SupportedVersions.BOM)
        .endsWith(":" + System.getProperty("spanloom.opentelemetry.bom.version"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.9.1", "1.37.0", "1.61.0", "1.61.0-SNAPSHOT"})
  void rejectsOldVersion(String version) {
    assertThat(SupportedVersions.isTooOld(version)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.62.0", "1.100.0", "2.0.0", "an unknown version", ""})
  void acceptsOtherVersion(String version) {
    assertThat(SupportedVersions.isTooOld(version)).isFalse();
  }
}
