package io.spanloom.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.common.ComponentLoader;
import io.opentelemetry.sdk.autoconfigure.spi.internal.DefaultConfigProperties;
import io.spanloom.runtime.Spans;
import io.spanloom.support.ForkedJvm;
import io.spanloom.support.LogCapture;
import io.spanloom.telemetry.settings.Endpoint;
import io.spanloom.telemetry.settings.SettingsCheck;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a user is told of a setting that cannot be used; the program runs on. */
@Tag("slow")
final class BadSettingsTest {

  static Stream<Arguments> defaultsInPlace() {
    return Stream.of(
        Arguments.of("OTEL_BSP_MAX_QUEUE_SIZE", "abc", "is not a whole number above 0: 8192"),
        Arguments.of("OTEL_BSP_MAX_QUEUE_SIZE", "-1", "is not a whole number above 0: 8192"),
        Arguments.of("OTEL_BSP_MAX_EXPORT_BATCH_SIZE", "0", "is not a whole number above 0: 2048"),
        Arguments.of("OTEL_SPAN_EVENT_COUNT_LIMIT", "many", "is not a whole number above 0: 128"),
        Arguments.of("OTEL_BSP_SCHEDULE_DELAY", "soon", time("1000")),
        Arguments.of("OTEL_BSP_EXPORT_TIMEOUT", "-5", time("120000")),
        Arguments.of("OTEL_EXPORTER_OTLP_TIMEOUT", "1 parsec", time("10000")),
        Arguments.of("SPANLOOM_SHUTDOWN_TIMEOUT", "never", time("5000")));
  }

  private static String time(String inPlace) {
    return "is not a time such as 500ms, 10s or 10000 (milliseconds): " + inPlace;
  }

  @ParameterizedTest
  @MethodSource("defaultsInPlace")
  void whatIsNoNumberHasItsDefaultInItsPlace(String variable, String value, String words)
      throws Exception {
    String output =
        ForkedJvm.of(Runs.class)
            .variable("OTEL_TRACES_EXPORTER", "tree")
            .variable(variable, value)
            .run();
    assertThat(output)
        .containsOnlyOnce("WARNING: %s=%s %s is used.".formatted(variable, value, words))
        .containsOnlyOnce("WARNING")
        .contains("└─ work", "ran on")
        .doesNotContain("Exception");
  }

  static Stream<Arguments> tracingIsOff() {
    return Stream.of(
        Arguments.of(
            "OTEL_TRACES_EXPORTER",
            "oltp",
            "OTEL_TRACES_EXPORTER=oltp is not known; on the class path are console, logging, none, otlp, page, tree."),
        Arguments.of(
            "OTEL_EXPORTER_OTLP_PROTOCOL",
            "http/json",
            "OTEL_EXPORTER_OTLP_PROTOCOL=http/json is not known; grpc and http/protobuf are."),
        Arguments.of(
            "OTEL_EXPORTER_OTLP_ENDPOINT",
            "collector:4317",
            "OTEL_EXPORTER_OTLP_ENDPOINT is not a URL such as http://localhost:4318, with http or https and a host."),
        Arguments.of(
            "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT",
            "http://[",
            "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT is not a URL such as http://localhost:4318, with http or https and a host."),
        Arguments.of(
            "OTEL_EXPORTER_OTLP_ENDPOINT",
            "http://localhost:4317?key=secret",
            "OTEL_EXPORTER_OTLP_ENDPOINT must have neither a query nor a fragment."),
        Arguments.of(
            "OTEL_EXPORTER_OTLP_HEADERS",
            "Bearer secret",
            "OTEL_EXPORTER_OTLP_HEADERS is not a list such as key=value,key=value."),
        Arguments.of(
            "OTEL_CONFIG_FILE",
            "telemetry.yaml",
            "Cannot autoconfigure from config file without opentelemetry-sdk-extension-declarative-config on the classpath"),
        Arguments.of(
            "OTEL_EXPORTER_OTLP_CERTIFICATE",
            "absent.pem",
            "Invalid OTLP certificate/key path: absent.pem"),
        Arguments.of(
            "OTEL_TRACES_SAMPLER",
            "sometimes",
            "Unrecognized value for otel.traces.sampler: sometimes"),
        Arguments.of(
            "OTEL_PROPAGATORS",
            "pigeon",
            "Unrecognized value for otel.propagators: pigeon. Make sure the artifact including the propagator is on the classpath."));
  }

  @ParameterizedTest
  @MethodSource("tracingIsOff")
  void whereSpansCannotGoAnywhereTracingIsOff(String variable, String value, String words)
      throws Exception {
    String output = ForkedJvm.of(Runs.class).variable(variable, value).run();
    assertThat(output)
        .containsOnlyOnce("WARNING: Tracing is off: " + words)
        .containsOnlyOnce("WARNING")
        .contains("ran on")
        .doesNotContain("secret", "INFO", "Exception", "\tat ");
  }

  @Test
  void aSenderThatIsMissingIsSaid() throws Exception {
    assertThat(ForkedJvm.of(Runs.class).without(part -> part.contains("sender-okhttp")).run())
        .containsOnlyOnce("WARNING: Tracing is off: ")
        .containsOnlyOnce("No HttpSenderProvider found on classpath. Please add dependency on")
        .containsOnlyOnce("WARNING")
        .contains("ran on")
        .doesNotContain("\tat ");
  }

  @Test
  void aRatioThatIsNoneIsSaidWithItsVariable() throws Exception {
    ForkedJvm jvm =
        ForkedJvm.of(Runs.class).variable("OTEL_TRACES_SAMPLER", "parentbased_traceidratio");
    assertThat(jvm.variable("OTEL_TRACES_SAMPLER_ARG", "10").run())
        .containsOnlyOnce(
            "WARNING: Tracing is off: OTEL_TRACES_SAMPLER_ARG=10 is not a ratio from 0 to 1.\n")
        .containsOnlyOnce("WARNING")
        .contains("ran on");
    assertThat(jvm.variable("OTEL_TRACES_SAMPLER_ARG", "tenth").run())
        .containsOnlyOnce(
            "WARNING: Tracing is off: OTEL_TRACES_SAMPLER_ARG=tenth is not a ratio from 0 to 1.\n")
        .containsOnlyOnce("WARNING");
  }

  @Test
  void aClassThatIsMissingIsSaid() throws Exception {
    assertThat(ForkedJvm.of(Runs.class).without(part -> part.contains("okhttp-jvm")).run())
        .containsOnlyOnce("WARNING: Tracing is off: the class okhttp3.Interceptor is not found.\n")
        .containsOnlyOnce("WARNING")
        .contains("ran on")
        .doesNotContain("\tat ");
  }

  @Test
  void theExporterThatNobodyNamedCanBeMissingToo() {
    ComponentLoader nothing = ComponentLoader.forClassLoader(new ClassLoader(null) {});
    try (LogCapture logged = LogCapture.of("io.spanloom.telemetry")) {
      assertThat(SettingsCheck.replacements(DefaultConfigProperties.create(Map.of(), nothing)))
          .containsExactly(Map.entry("otel.sdk.disabled", "true"));
      assertThat(logged.lines())
          .containsExactly(
              "WARNING Tracing is off: OTEL_TRACES_EXPORTER=otlp is not known; on the class path"
                  + " are none.");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "http/protobuf, 4317, 'port 4317 is usually that of grpc: set OTEL_EXPORTER_OTLP_PROTOCOL=grpc, or port 4318'",
    "grpc, 4318, 'port 4318 is usually that of http/protobuf: set OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf, or port 4317'"
  })
  void thePortOfTheOtherProtocolHasAHint(String protocol, int port, String hint) {
    assertThat(Otlp.endpoint("http://collector:" + port, protocol).hint()).contains(hint);
    assertThat(Otlp.endpoint("http://collector:443", protocol).hint()).isEmpty();
  }

  @Test
  void aPathHasAHintWhereItIsAddedAndIsAFaultWhereThereIsNone() {
    assertThat(Otlp.endpoint("http://collector/v1/traces", "http/protobuf").hint())
        .contains("/v1/traces is added to OTEL_EXPORTER_OTLP_ENDPOINT: leave it out there");
    assertThat(Otlp.endpoint("http://collector/otlp", "http/protobuf").hint()).isEmpty();
    assertThat(
            new Endpoint(
                    "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT",
                    "http/protobuf",
                    "http://collector/v1/traces")
                .hint())
        .isEmpty();
    assertThat(Otlp.endpoint("http://collector:4317/v1/traces", "grpc").fault())
        .contains("OTEL_EXPORTER_OTLP_ENDPOINT has a path, which grpc knows none of");
  }

  @Test
  void aHostMayHaveAnUnderscoreAsServicesOfDockerComposeHave() {
    Endpoint endpoint = Otlp.endpoint("http://me:secret@otel_collector:4317", "http/protobuf");
    assertThat(endpoint.fault()).isEmpty();
    assertThat(endpoint.shown()).isEqualTo("http://otel_collector:4317 (http/protobuf)");
    assertThat(endpoint.hint()).isPresent();
    assertThat(Otlp.endpoint("http://:4318", "http/protobuf").fault()).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"SPANLOOM_PAGE_FILE", "SPANLOOM_PAGE_PORT"})
  void whatIsEmptyCountsAsNotSet(String variable, @TempDir Path folder) throws Exception {
    String output =
        ForkedJvm.of(Runs.class)
            .in(folder)
            .variable("OTEL_TRACES_EXPORTER", "page")
            .variable(variable, "")
            .run();
    assertThat(output).contains("ran on").doesNotContain("WARNING");
  }

  @Test
  void aSecretInAnAddressIsNotShown() {
    assertThat(Otlp.endpoint("https://user:secret@collector:4318/path", "http/protobuf").shown())
        .isEqualTo("https://collector:4318/path (http/protobuf)");
  }

  /** Starts, makes a span, stops and runs on. */
  static final class Runs {
    public static void main(String[] arguments) {
      Telemetry telemetry = Telemetry.start();
      if (!"otlp".equals(System.getenv().getOrDefault("OTEL_TRACES_EXPORTER", "otlp"))) {
        Spans.withSpan("work", () -> {});
      }
      telemetry.stop();
      System.out.println("ran on");
    }
  }
}
