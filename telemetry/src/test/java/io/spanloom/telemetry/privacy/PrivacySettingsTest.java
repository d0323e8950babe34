package io.spanloom.telemetry.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.spanloom.support.LogCapture;
import io.spanloom.telemetry.AutoconfiguredSdk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PrivacySettingsTest {

  private static final AttributeKey<String> LONG = AttributeKey.stringKey("long");
  private static final AttributeKey<String> TOKEN = AttributeKey.stringKey("token");

  @Test
  void offExportsUnfilteredSpansAndWarns() {
    try (LogCapture log = LogCapture.of("io.spanloom.telemetry")) {
      assertThat(exported("spanloom.privacy", "off").get(TOKEN)).isEqualTo("abc");
      assertThat(log.lines())
          .containsExactly("WARNING SPANLOOM_PRIVACY is off; spans are exported unfiltered.");
    }
  }

  @Test
  void invalidSwitchMeansOn() {
    try (LogCapture log = LogCapture.of("io.spanloom.telemetry")) {
      assertThat(exported("spanloom.privacy", "none").get(TOKEN)).isNull();
      assertThat(log.lines().get(0))
          .isEqualTo("WARNING Invalid SPANLOOM_PRIVACY 'none' (expected on or off); using on.");
    }
  }

  @Test
  void ignoresRegularExpressionButNotOtherKeys() {
    try (LogCapture log = LogCapture.of("io.spanloom.telemetry")) {
      assertThat(exported("spanloom.privacy.remove", "^long$,lo*g").get(LONG)).isNull();
      assertThat(log.lines().get(0))
          .isEqualTo(
              "WARNING Invalid SPANLOOM_PRIVACY_REMOVE '^long$' (expected attribute keys, in which"
                  + " * matches any characters); ignoring this key.");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "spanloom.attribute.length, 100, otel.bsp.schedule.delay, 5000, 100",
    "spanloom.attribute.length, 100, otel.attribute.value.length.limit, 50, 50",
    "spanloom.attribute.length, '', otel.bsp.schedule.delay, 5000, 4096",
    "otel.attribute.value.length.limit, 5000, spanloom.privacy, on, 5000",
    "otel.span.attribute.value.length.limit, 5000, spanloom.privacy, on, 5000"
  })
  void appliesSmallestConfiguredLength(
      String first, String firstValue, String second, String secondValue, int expected) {
    assertThat(exported(first, firstValue, second, secondValue).get(LONG)).hasSize(expected);
  }

  @ParameterizedTest
  @CsvSource({"many", "0", "-5"})
  void reportsInvalidLength(String length) {
    try (LogCapture log = LogCapture.of("io.spanloom.telemetry")) {
      assertThat(exported("spanloom.attribute.length", length).get(LONG)).hasSize(4096);
      assertThat(log.lines().get(0))
          .isEqualTo(
              "WARNING Invalid SPANLOOM_ATTRIBUTE_LENGTH '"
                  + length
                  + "' (expected a positive number of characters); using 4096.");
    }
  }

  private static Attributes exported(String... settings) {
    try (AutoconfiguredSdk sdk = new AutoconfiguredSdk(settings)) {
      sdk.tracer()
          .spanBuilder("span")
          .startSpan()
          .setAttribute(LONG, "x".repeat(6000))
          .setAttribute(TOKEN, "abc")
          .end();
      return sdk.spans().get(0).getAttributes();
    }
  }
}
