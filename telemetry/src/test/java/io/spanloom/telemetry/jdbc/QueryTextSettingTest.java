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
  void theFullTextIsThereWhereItIsAskedForAndHarmless(String attributes) {
    Map<String, String> settings = settings("full", attributes);

    assertThat(QueryTextSetting.isFull(settings::get)).isTrue();
    assertThat(QueryTextSetting.refusal(settings::get)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"production", "staging", "Test", "testing", ""})
  void elsewhereItIsRefusedInOneSentence(String environment) {
    Map<String, String> settings = settings("full", "deployment.environment.name=" + environment);

    assertThat(QueryTextSetting.isFull(settings::get)).isFalse();
    assertThat(QueryTextSetting.refusal(settings::get))
        .isEqualTo(
            "SPANLOOM_JDBC_QUERY_TEXT=full is passed over: statements are recorded with their"
                + " literals only where deployment.environment.name is development or test, and"
                + " here it is %s.",
            environment);
  }

  @Test
  void anEnvironmentThatIsNotSaidIsNoHarmlessOne() {
    Map<String, String> settings = Map.of("spanloom.jdbc.query.text", "full");

    assertThat(QueryTextSetting.isFull(settings::get)).isFalse();
    assertThat(QueryTextSetting.refusal(settings::get)).endsWith("here it is not said.");
  }

  @Test
  void whatIsNotAskedForIsNeitherGivenNorSaid() {
    for (Map<String, String> settings :
        List.of(
            settings("sanitized", "deployment.environment.name=test"),
            Map.of("otel.resource.attributes", "deployment.environment.name=test"))) {
      assertThat(QueryTextSetting.isFull(settings::get)).isFalse();
      assertThat(QueryTextSetting.refusal(settings::get)).isNull();
    }
  }

  @Test
  void anotherValueMeansNothing() {
    assertThat(QueryTextSetting.refusal(settings("true", "")::get))
        .isEqualTo("SPANLOOM_JDBC_QUERY_TEXT=true means nothing: it is sanitized or full.");
  }

  private static Map<String, String> settings(String text, String attributes) {
    return Map.of("spanloom.jdbc.query.text", text, "otel.resource.attributes", attributes);
  }
}
