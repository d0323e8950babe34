package io.spanloom.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.runtime.Spans;
import io.spanloom.support.ForkedJvm;
import io.spanloom.telemetry.settings.TelemetrySettings;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Warnings about invalid settings, after which the program continues. */
@Tag("slow")
final class InvalidSettingsTest {

  private static Map<String, String> outputs = Map.of();

  static Stream<Arguments> fallbacks() {
    return Stream.of(
        fallback("OTEL_BSP_MAX_QUEUE_SIZE", "abc", "a positive integer", "8192"),
        fallback("OTEL_BSP_MAX_QUEUE_SIZE", "-1", "a positive integer", "8192"),
        fallback("OTEL_BSP_MAX_EXPORT_BATCH_SIZE", "0", "a positive integer", "2048"),
        fallback("OTEL_SPAN_EVENT_COUNT_LIMIT", "many", "a positive integer", "128"),
        invalidDuration("OTEL_BSP_SCHEDULE_DELAY", "soon", "1000"),
        invalidDuration("OTEL_BSP_EXPORT_TIMEOUT", "-5", "120000"),
        invalidDuration("OTEL_EXPORTER_OTLP_TIMEOUT", "1 parsec", "10000"),
        invalidDuration("SPANLOOM_SHUTDOWN_TIMEOUT", "never", "5000"));
  }

  private static Arguments invalidDuration(String variable, String value, String fallback) {
    return fallback(
        variable,
        value,
        "a duration of zero or more, such as 10s, or a number of milliseconds",
        fallback);
  }

  private static Arguments fallback(
      String variable, String value, String expected, String fallback) {
    return Arguments.of(
        "OTEL_TRACES_EXPORTER=tree|" + variable + "=" + value,
        "Invalid %s '%s' (expected %s); using %s.".formatted(variable, value, expected, fallback));
  }

  static Stream<Arguments> disabling() {
    return Stream.of(
        Arguments.of(
            "OTEL_TRACES_EXPORTER=oltp",
            "Invalid OTEL_TRACES_EXPORTER 'oltp' (expected an exporter on the class path: console,"
                + " logging, none, otlp, page, tree); tracing is disabled.\n"),
        Arguments.of(
            "OTEL_EXPORTER_OTLP_PROTOCOL=http/json",
            "Invalid OTEL_EXPORTER_OTLP_PROTOCOL 'http/json' (expected grpc or http/protobuf);"
                + " tracing is disabled.\n"),
        Arguments.of(
            "OTEL_EXPORTER_OTLP_ENDPOINT=collector:4317",
            "Invalid OTEL_EXPORTER_OTLP_ENDPOINT (expected an http or https URL with a host, such"
                + " as http://localhost:4318); tracing is disabled.\n"),
        Arguments.of(
            "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT=http://[",
            "Invalid OTEL_EXPORTER_OTLP_TRACES_ENDPOINT (expected an http or https URL with a host,"
                + " such as http://localhost:4318); tracing is disabled.\n"),
        Arguments.of(
            "OTEL_EXPORTER_OTLP_ENDPOINT=http://localhost:4317?key=secret",
            "Invalid OTEL_EXPORTER_OTLP_ENDPOINT (expected a URL without a query or a fragment);"
                + " tracing is disabled.\n"),
        Arguments.of(
            "OTEL_EXPORTER_OTLP_HEADERS=Bearer secret",
            "Invalid OTEL_EXPORTER_OTLP_HEADERS (expected a list such as key=value,key=value);"
                + " tracing is disabled.\n"),
        Arguments.of(
            "OTEL_TRACES_SAMPLER=parentbased_traceidratio|OTEL_TRACES_SAMPLER_ARG=10",
            "Invalid OTEL_TRACES_SAMPLER_ARG '10' (expected a ratio from 0 to 1); tracing is"
                + " disabled.\n"),
        Arguments.of(
            "OTEL_TRACES_SAMPLER=parentbased_traceidratio|OTEL_TRACES_SAMPLER_ARG=tenth",
            "Invalid OTEL_TRACES_SAMPLER_ARG 'tenth' (expected a ratio from 0 to 1); tracing is"
                + " disabled.\n"),
        Arguments.of(
            "OTEL_CONFIG_FILE=telemetry.yaml",
            "Tracing is disabled: Cannot autoconfigure from config file without"
                + " opentelemetry-sdk-extension-declarative-config on the classpath"),
        Arguments.of(
            "OTEL_EXPORTER_OTLP_CERTIFICATE=absent.pem",
            "Tracing is disabled: Invalid OTLP certificate/key path: absent.pem"),
        Arguments.of(
            "OTEL_TRACES_SAMPLER=sometimes",
            "Tracing is disabled: Unrecognized value for otel.traces.sampler: sometimes"),
        Arguments.of(
            "OTEL_PROPAGATORS=pigeon",
            "Tracing is disabled: Unrecognized value for otel.propagators: pigeon. Make sure the"
                + " artifact including the propagator is on the classpath."));
  }

  @BeforeAll
  static void runAllInOneJvm() throws Exception {
    outputs =
        IsolatedRuns.run(
            Program.class,
            Stream.concat(fallbacks(), disabling())
                .map(arguments -> (String) arguments.get()[0])
                .toList());
  }

  @ParameterizedTest
  @MethodSource("fallbacks")
  void fallsBackToDefault(String settings, String warning) {
    assertThat(outputs.get(settings))
        .containsOnlyOnce("WARNING: " + warning)
        .containsOnlyOnce("WARNING")
        .contains("└─ work", "program continued")
        .doesNotContain("Exception");
  }

  @ParameterizedTest
  @MethodSource("disabling")
  void disablesTracing(String settings, String warning) {
    assertThat(outputs.get(settings))
        .containsOnlyOnce("WARNING: " + warning)
        .containsOnlyOnce("WARNING")
        .contains("program continued")
        .doesNotContain("secret", "INFO", "Exception", "\tat ");
  }

  @Test
  void reportsMissingSender() throws Exception {
    assertThat(ForkedJvm.of(Program.class).without(entry -> entry.contains("sender-okhttp")).run())
        .containsOnlyOnce("WARNING: Tracing is disabled: ")
        .containsOnlyOnce("No HttpSenderProvider found on classpath. Please add dependency on")
        .containsOnlyOnce("WARNING")
        .contains("program continued")
        .doesNotContain("\tat ");
  }

  @Test
  void reportsMissingClass() throws Exception {
    assertThat(ForkedJvm.of(Program.class).without(entry -> entry.contains("okhttp-jvm")).run())
        .containsOnlyOnce("WARNING: Tracing is disabled: class okhttp3.Interceptor not found.\n")
        .containsOnlyOnce("WARNING")
        .contains("program continued")
        .doesNotContain("\tat ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"SPANLOOM_PAGE_FILE", "SPANLOOM_PAGE_PORT"})
  void treatsEmptyVariableAsUnset(String variable, @TempDir Path folder) throws Exception {
    String output =
        ForkedJvm.of(Program.class)
            .in(folder)
            .variable("OTEL_TRACES_EXPORTER", "page")
            .variable(variable, "")
            .run();
    assertThat(output).contains("program continued").doesNotContain("WARNING");
  }

  /** Starts telemetry, creates a span unless it would be sent over OTLP, stops and continues. */
  static final class Program {
    public static void main(String[] arguments) {
      Telemetry telemetry = Telemetry.start();
      String exporter = TelemetrySettings.text("otel.traces.exporter");
      if (exporter != null && !exporter.equals("otlp")) {
        Spans.withSpan("work", () -> {});
      }
      telemetry.stop();
      System.out.println("program continued");
    }
  }
}
