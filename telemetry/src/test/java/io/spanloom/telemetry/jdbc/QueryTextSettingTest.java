package io.spanloom.telemetry.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class QueryTextSettingTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "deployment.environment.name=test",
        "service.name=shop, deployment.environment.name = development",
      })
  void acceptsFullTextInDevelopmentAndTest(String attributes) {
    Map<String, String> settings = settings("full", attributes);

    assertThat(QueryTextSetting.isFull(settings::get)).isTrue();
    assertThat(QueryTextSetting.problem(settings::get)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"production", "staging", "Test", "testing", ""})
  void ignoresFullTextInOtherEnvironments(String environment) {
    Map<String, String> settings = settings("full", "deployment.environment.name=" + environment);

    assertThat(QueryTextSetting.isFull(settings::get)).isFalse();
    assertThat(QueryTextSetting.problem(settings::get))
        .isEqualTo(
            "SPANLOOM_JDBC_QUERY_TEXT=full is ignored: it requires deployment.environment.name to be"
                + " development or test (was %s).",
            environment);
  }

  @Test
  void ignoresFullTextWithoutAnEnvironment() {
    Map<String, String> settings = Map.of("spanloom.jdbc.query.text", "full");

    assertThat(QueryTextSetting.isFull(settings::get)).isFalse();
    assertThat(QueryTextSetting.problem(settings::get)).endsWith("(was not set).");
  }

  @Test
  void acceptsSanitizedTextSilently() {
    for (Map<String, String> settings :
        List.of(
            settings("sanitized", "deployment.environment.name=test"),
            Map.of("otel.resource.attributes", "deployment.environment.name=test"))) {
      assertThat(QueryTextSetting.isFull(settings::get)).isFalse();
      assertThat(QueryTextSetting.problem(settings::get)).isNull();
    }
  }

  @Test
  void rejectsUnknownValue() {
    assertThat(QueryTextSetting.problem(settings("true", "")::get))
        .isEqualTo(
            "Invalid SPANLOOM_JDBC_QUERY_TEXT 'true' (expected sanitized or full); using sanitized.");
  }

  private static Map<String, String> settings(String text, String attributes) {
    return Map.of("spanloom.jdbc.query.text", text, "otel.resource.attributes", attributes);
  }
}
