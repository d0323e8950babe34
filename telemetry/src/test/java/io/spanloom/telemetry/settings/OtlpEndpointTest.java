package io.spanloom.telemetry.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OtlpEndpointTest {

  private static final String VARIABLE = "OTEL_EXPORTER_OTLP_ENDPOINT";

  @ParameterizedTest
  @CsvSource({
    "http/protobuf, 4317, 'port 4317 is usually for grpc, so set OTEL_EXPORTER_OTLP_PROTOCOL=grpc or use port 4318'",
    "grpc, 4318, 'port 4318 is usually for http/protobuf, so set OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf or use port 4317'"
  })
  void hintsAtPortOfOtherProtocol(String protocol, int port, String hint) {
    assertThat(endpoint("http://collector:" + port, protocol).hint()).contains(hint);
    assertThat(endpoint("http://collector:443", protocol).hint()).isEmpty();
  }

  @Test
  void hintsAtRepeatedPathAndRejectsPathForGrpc() {
    assertThat(endpoint("http://collector/v1/traces", "http/protobuf").hint())
        .contains(
            "remove /v1/traces from OTEL_EXPORTER_OTLP_ENDPOINT, because exporters append it");
    assertThat(endpoint("http://collector/otlp", "http/protobuf").hint()).isEmpty();
    assertThat(
            new OtlpEndpoint(
                    "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT",
                    "http/protobuf",
                    "http://collector/v1/traces")
                .hint())
        .isEmpty();
    assertThat(endpoint("http://collector:4317/v1/traces", "grpc").invalidSetting())
        .contains(
            new InvalidSetting(VARIABLE, null, "a URL without a path when the protocol is grpc"));
  }

  @Test
  void acceptsUnderscoreInHostAsInDockerCompose() {
    OtlpEndpoint endpoint = endpoint("http://me:secret@otel_collector:4317", "http/protobuf");
    assertThat(endpoint.invalidSetting()).isEmpty();
    assertThat(endpoint.displayName()).isEqualTo("http://otel_collector:4317 (http/protobuf)");
    assertThat(endpoint.hint()).isPresent();
    assertThat(endpoint("http://:4318", "http/protobuf").invalidSetting()).isPresent();
  }

  @Test
  void displayNameOmitsCredentials() {
    assertThat(endpoint("https://user:secret@collector:4318/path", "http/protobuf").displayName())
        .isEqualTo("https://collector:4318/path (http/protobuf)");
  }

  private static OtlpEndpoint endpoint(String url, String protocol) {
    return new OtlpEndpoint(VARIABLE, protocol, url);
  }
}
