package io.spanloom.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.spanloom.runtime.Spans;
import io.spanloom.support.ForkedJvm;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The start of telemetry, which happens once per JVM, so each program runs in a separate JVM. */
@Tag("slow")
final class TelemetryStartTest {
  private static final String SUMMARY = "INFO: Telemetry started: ";

  @Test
  void secondStartReturnsSameInstanceAndStopFlushes() throws Exception {
    assertThat(traced(StartsTwice.class).run())
        .contains("same: true", "└─ work")
        .doesNotContain("WARN");
  }

  @Test
  void concurrentStartsReturnSameInstance() throws Exception {
    assertThat(traced(StartsOnManyThreads.class).property("otel.debug", "true").run())
        .contains("telemetries: 1")
        .containsOnlyOnce(SUMMARY);
  }

  @Test
  void usesSdkThatIsAlreadyRegistered() throws Exception {
    assertThat(traced(RegistersItsOwnSdk.class).variable("OTEL_DEBUG", "true").run())
        .contains("same: true")
        .containsOnlyOnce(
            "INFO: Telemetry is provided by an agent, a framework or a configuration file.")
        .doesNotContain("└─");
  }

  @ParameterizedTest
  @ValueSource(strings = {"property", "variable"})
  void startsByPropertyOrVariable(String by) throws Exception {
    ForkedJvm jvm = traced(NeverStarts.class).property("otel.debug", "true");
    ForkedJvm started =
        by.equals("property")
            ? jvm.property("spanloom.start", "true")
            : jvm.variable("SPANLOOM_START", "true");
    assertThat(started.run()).containsOnlyOnce(SUMMARY).contains("└─ work 0", "└─ work 7");
  }

  @Test
  void createsNoSpansWithoutStart() throws Exception {
    assertThat(traced(NeverStarts.class).run()).doesNotContain("└─", ": Telemetry");
  }

  @Test
  void reportsMissingTelemetryOnce() throws Exception {
    assertThat(
            traced(NeverStarts.class)
                .property("spanloom.start", "true")
                .without(entry -> entry.contains("telemetry") && entry.endsWith("target/classes"))
                .run())
        .containsOnlyOnce(
            "spanloom.start is true, but spanloom-telemetry is not on the class path. Telemetry is"
                + " not started.");
  }

  @Test
  void usesRulesInCodeUnlessEnvironmentSetsThem() throws Exception {
    assertThat(ForkedJvm.of(SetsSamplingRules.class).variable("OTEL_TRACES_EXPORTER", "tree").run())
        .contains("└─ sampled")
        .doesNotContain("unsampled", "WARNING");
    assertThat(
            ForkedJvm.of(SetsSamplingRules.class)
                .variable("OTEL_TRACES_EXPORTER", "tree")
                .variable("SPANLOOM_SAMPLING_RULES", "sampled = 0")
                .run())
        .contains("└─ unsampled")
        .doesNotContain("─ sampled");
  }

  @Test
  void debugLogsSummary() throws Exception {
    assertThat(
            ForkedJvm.of(StartsTwice.class)
                .variable("OTEL_DEBUG", "true")
                .variable("OTEL_SERVICE_NAME", "shop")
                .variable("OTEL_RESOURCE_ATTRIBUTES", "service.version=1.2,owner=me")
                .variable("OTEL_EXPORTER_OTLP_ENDPOINT", "http://user:secret@127.0.0.1:1")
                .run())
        .containsOnlyOnce(
            SUMMARY
                + "exporting to otlp at http://127.0.0.1:1 (http/protobuf), sampler ParentBased{"
                + "root:AlwaysOnSampler,remoteParentSampled:AlwaysOnSampler,"
                + "remoteParentNotSampled:AlwaysOffSampler,localParentSampled:AlwaysOnSampler,"
                + "localParentNotSampled:AlwaysOffSampler}, "
                + "resource {service.name=shop, service.version=1.2}.")
        .doesNotContain("secret");
  }

  @Test
  void logsNothingByDefault() throws Exception {
    assertThat(traced(StartsTwice.class).run()).doesNotContain("INFO", "WARN");
  }

  @Test
  void createsNoSpansIfSdkIsDisabled() throws Exception {
    assertThat(
            traced(PrintsWhetherTraced.class)
                .variable("OTEL_SDK_DISABLED", "true")
                .variable("OTEL_DEBUG", "true")
                .run())
        .contains("traced: false")
        .containsOnlyOnce("INFO: Tracing is disabled.");
  }

  @Test
  void ignoresConfigurationOfLaterStart() throws Exception {
    assertThat(traced(StartsAgainWithConfiguration.class).run())
        .containsOnlyOnce(
            "WARNING: Telemetry is already running; ignoring the configuration of this builder.");
  }

  @Test
  void cannotBeRestartedAndDropsSpansSilently() throws Exception {
    assertThat(traced(StartsAfterStop.class).run())
        .containsOnlyOnce(
            "WARNING: Telemetry cannot be restarted: the global SDK can be set only once per JVM.")
        .containsOnlyOnce("WARNING")
        .contains("└─ before", "traced: false")
        .doesNotContain("└─ during", "└─ after");
  }

  static ForkedJvm traced(Class<?> program) {
    return ForkedJvm.of(program).property("otel.traces.exporter", "tree");
  }

  private static void printWhetherTraced() {
    Spans.withSpan(
        "probe", () -> System.out.println("traced: " + Span.current().getSpanContext().isValid()));
  }

  /** Starts and stops telemetry twice. */
  static final class StartsTwice {
    public static void main(String[] arguments) {
      Telemetry telemetry = Telemetry.start();
      System.out.println("same: " + (telemetry == Telemetry.start()));
      if (arguments.length == 0) {
        Spans.withSpan("work", () -> {});
      }
      telemetry.stop();
      telemetry.stop();
    }
  }

  /** Starts telemetry on many threads at the same time. */
  static final class StartsOnManyThreads {
    public static void main(String[] arguments) throws InterruptedException {
      Set<Telemetry> telemetries = ConcurrentHashMap.newKeySet();
      onThreads(16, index -> telemetries.add(Telemetry.start()));
      System.out.println("telemetries: " + telemetries.size());
    }
  }

  /** Relies on the setting that starts telemetry. */
  static final class NeverStarts {
    public static void main(String[] arguments) throws InterruptedException {
      onThreads(8, index -> Spans.withSpan("work " + index, () -> {}));
    }
  }

  /** Registers its own OpenTelemetry first. */
  static final class RegistersItsOwnSdk {
    public static void main(String[] arguments) {
      GlobalOpenTelemetry.set(OpenTelemetry.noop());
      OpenTelemetry own = GlobalOpenTelemetry.get();
      Telemetry.start();
      Spans.withSpan("work", () -> {});
      System.out.println("same: " + (own == GlobalOpenTelemetry.get()));
    }
  }

  /** Prints whether it is traced. */
  static final class PrintsWhetherTraced {
    public static void main(String[] arguments) {
      Telemetry.start();
      printWhetherTraced();
    }
  }

  /** Starts again with another service name. */
  static final class StartsAgainWithConfiguration {
    public static void main(String[] arguments) {
      Telemetry.start();
      Telemetry.builder().serviceName("other").start();
    }
  }

  /** Starts again after a stop. */
  static final class StartsAfterStop {
    public static void main(String[] arguments) {
      Telemetry telemetry = Telemetry.start();
      Spans.withSpan("before", () -> {});
      Spans.withSpan("during", telemetry::stop);
      Telemetry.start();
      Spans.withSpan("after", () -> {});
      printWhetherTraced();
    }
  }

  private static void onThreads(int count, IntConsumer work) throws InterruptedException {
    CyclicBarrier barrier = new CyclicBarrier(count);
    var threads =
        IntStream.range(0, count)
            .mapToObj(
                index ->
                    new Thread(
                        () -> {
                          try {
                            barrier.await();
                          } catch (Exception failure) {
                            throw new IllegalStateException(failure);
                          }
                          work.accept(index);
                        }))
            .toList();
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
  }

  /** Sets sampling rules in code. */
  static final class SetsSamplingRules {
    public static void main(String[] arguments) {
      Telemetry telemetry = Telemetry.builder().samplingRules("unsampled* = 0").start();
      Spans.withSpan("unsampled", () -> {});
      Spans.withSpan("sampled", () -> {});
      telemetry.stop();
    }
  }
}
