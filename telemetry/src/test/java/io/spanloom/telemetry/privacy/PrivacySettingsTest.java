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
  void privacyIsSwitchedOffWithAClearLine() {
    try (LogCapture log = LogCapture.of("io.spanloom.telemetry")) {
      assertThat(exported("spanloom.privacy", "off").get(TOKEN)).isEqualTo("abc");
      assertThat(log.lines())
          .containsExactly("WARNING SPANLOOM_PRIVACY is off; spans leave as they are.");
    }
  }

  @Test
  void aWordThatIsNoSwitchLeavesItOn() {
    try (LogCapture log = LogCapture.of("io.spanloom.telemetry")) {
      assertThat(exported("spanloom.privacy", "none").get(TOKEN)).isNull();
      assertThat(log.lines().get(0))
          .isEqualTo(
              "WARNING SPANLOOM_PRIVACY is 'none', which is neither on nor off; on it" + " is.");
    }
  }

  @Test
  void aRegularExpressionIsNoPatternAndTheOthersCount() {
    try (LogCapture log = LogCapture.of("io.spanloom.telemetry")) {
      assertThat(exported("spanloom.privacy.remove", "^long$,lo*g").get(LONG)).isNull();
      assertThat(log.lines().get(0))
          .isEqualTo(
              "WARNING SPANLOOM_PRIVACY_REMOVE leaves out '^long$', which is no pattern;"
                  + " it is the key of an attribute, in which * stands for any characters.");
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
  void theLengthIsTheSmallestThatIsSet(
      String first, String firstValue, String second, String secondValue, int expected) {
    assertThat(exported(first, firstValue, second, secondValue).get(LONG)).hasSize(expected);
  }

  @ParameterizedTest
  @CsvSource({"many", "0", "-5"})
  void aLengthThatIsNoneIsSaid(String length) {
    try (LogCapture log = LogCapture.of("io.spanloom.telemetry")) {
      assertThat(exported("spanloom.attribute.length", length).get(LONG)).hasSize(4096);
      assertThat(log.lines().get(0))
          .isEqualTo(
              "WARNING SPANLOOM_ATTRIBUTE_LENGTH is '"
                  + length
                  + "', which is no number of characters; 4096 it is.");
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
