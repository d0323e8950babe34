package io.spanloom.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.spanloom.runtime.Spans;
import io.spanloom.support.ForkedJvm;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A start is once in the life of a JVM, so each of these programs has its own. */
@Tag("slow")
final class TelemetryStartTest {

  private static final String LINE = "INFO: Telemetry started: ";

  @Test
  void aSecondStartReturnsTheFirstAndTheStopFlushes() throws Exception {
    assertThat(run(StartsTwice.class)).contains("same: true", "└─ work").doesNotContain("WARN");
  }

  @Test
  void manyThreadsGetTheSameAndOneSdkIsStarted() throws Exception {
    String output = traced(StartsOnManyThreads.class).property("otel.debug", "true").run();
    assertThat(output).contains("telemetries: 1").containsOnlyOnce(LINE);
  }

  @Test
  void anSdkThatIsRegisteredAlreadyIsLeftAlone() throws Exception {
    assertThat(traced(HasItsOwn.class).variable("OTEL_DEBUG", "true").run())
        .contains("same: true")
        .containsOnlyOnce(
            "INFO: Telemetry is that of an agent, a framework or a configuration file.")
        .doesNotContain("└─");
  }

  @ParameterizedTest
  @ValueSource(strings = {"property", "variable"})
  void aPropertyOrAVariableStartsAProgramThatDoesNot(String by) throws Exception {
    ForkedJvm jvm = traced(NeverStarts.class).property("otel.debug", "true");
    ForkedJvm started =
        by.equals("property")
            ? jvm.property("spanloom.start", "true")
            : jvm.variable("SPANLOOM_START", "true");
    assertThat(started.run()).containsOnlyOnce(LINE).contains("└─ work 0", "└─ work 7");
  }

  @Test
  void aProgramThatNothingStartsHasNoSpans() throws Exception {
    assertThat(run(NeverStarts.class)).doesNotContain("└─", "Telemetry");
  }

  @Test
  void aPropertyThatNothingAnswersIsSaidOnce() throws Exception {
    assertThat(
            traced(NeverStarts.class)
                .property("spanloom.start", "true")
                .without(part -> part.contains("telemetry") && part.endsWith("target/classes"))
                .run())
        .containsOnlyOnce("Nothing starts telemetry: spanloom-telemetry is not on the class path.");
  }

  @Test
  void rulesInCodeDecideUnlessTheEnvironmentHasSome() throws Exception {
    assertThat(ForkedJvm.of(HasRules.class).variable("OTEL_TRACES_EXPORTER", "tree").run())
        .contains("└─ kept")
        .doesNotContain("left out", "WARNING");
    assertThat(
            ForkedJvm.of(HasRules.class)
                .variable("OTEL_TRACES_EXPORTER", "tree")
                .variable("SPANLOOM_SAMPLING_RULES", "kept = 0")
                .run())
        .contains("└─ left out")
        .doesNotContain("kept");
  }

  @Test
  void theDebugLineSaysWhatWasStarted() throws Exception {
    assertThat(
            ForkedJvm.of(StartsTwice.class)
                .variable("OTEL_DEBUG", "true")
                .variable("OTEL_SERVICE_NAME", "shop")
                .variable("OTEL_RESOURCE_ATTRIBUTES", "service.version=1.2,owner=me")
                .variable("OTEL_EXPORTER_OTLP_ENDPOINT", "http://user:secret@127.0.0.1:1")
                .run())
        .containsOnlyOnce(
            LINE
                + "spans go to otlp at http://127.0.0.1:1 (http/protobuf), sampler ParentBased{"
                + "root:AlwaysOnSampler,remoteParentSampled:AlwaysOnSampler,"
                + "remoteParentNotSampled:AlwaysOffSampler,localParentSampled:AlwaysOnSampler,"
                + "localParentNotSampled:AlwaysOffSampler}, "
                + "resource {service.name=shop, service.version=1.2}.")
        .doesNotContain("secret");
  }

  @Test
  void aProgramThatIsToldNothingSaysNothing() throws Exception {
    assertThat(run(StartsTwice.class)).doesNotContain("INFO", "WARN");
  }

  @Test
  void nothingRunsWhereTheSdkIsDisabled() throws Exception {
    assertThat(
            traced(AsksForItsSpan.class)
                .variable("OTEL_SDK_DISABLED", "true")
                .variable("OTEL_DEBUG", "true")
                .run())
        .contains("traced: false")
        .containsOnlyOnce("INFO: Tracing is off.");
  }

  @Test
  void whatALaterStartSaysOfTheProgramIsNotUsed() throws Exception {
    assertThat(run(StartsWithOtherSettings.class))
        .containsOnlyOnce(
            "WARNING: Telemetry runs already; what this start says of the program is not used.");
  }

  @Test
  void aStoppedTelemetryStaysStoppedAndDropsSpansInSilence() throws Exception {
    assertThat(run(StartsAfterTheStop.class))
        .containsOnlyOnce(
            "WARNING: Telemetry was stopped and stays so: an SDK is registered once in a program.")
        .containsOnlyOnce("WARNING")
        .contains("└─ before", "traced: false")
        .doesNotContain("└─ during", "└─ after");
  }

  private static String run(Class<?> program) throws IOException, InterruptedException {
    return traced(program).run();
  }

  static ForkedJvm traced(Class<?> program) {
    return ForkedJvm.of(program).property("otel.traces.exporter", "tree");
  }

  private static void printWhetherTraced() {
    Spans.withSpan(
        "asked", () -> System.out.println("traced: " + Span.current().getSpanContext().isValid()));
  }

  /** Starts twice and stops twice. */
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

  /** Starts on many threads at the same time. */
  static final class StartsOnManyThreads {
    public static void main(String[] arguments) throws InterruptedException {
      Set<Telemetry> telemetries = ConcurrentHashMap.newKeySet();
      onThreads(16, index -> telemetries.add(Telemetry.start()));
      System.out.println("telemetries: " + telemetries.size());
    }
  }

  /** Leaves the start to a property. */
  static final class NeverStarts {
    public static void main(String[] arguments) throws InterruptedException {
      onThreads(8, index -> Spans.withSpan("work " + index, () -> {}));
    }
  }

  /** Has registered an OpenTelemetry of its own. */
  static final class HasItsOwn {
    public static void main(String[] arguments) {
      GlobalOpenTelemetry.set(OpenTelemetry.noop());
      OpenTelemetry own = GlobalOpenTelemetry.get();
      Telemetry.start();
      Spans.withSpan("work", () -> {});
      System.out.println("same: " + (own == GlobalOpenTelemetry.get()));
    }
  }

  /** Says whether it is traced. */
  static final class AsksForItsSpan {
    public static void main(String[] arguments) {
      Telemetry.start();
      printWhetherTraced();
    }
  }

  /** Starts again as another service. */
  static final class StartsWithOtherSettings {
    public static void main(String[] arguments) {
      Telemetry.start();
      Telemetry.builder().serviceName("other").start();
    }
  }

  /** Starts again after its stop. */
  static final class StartsAfterTheStop {
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
                          } catch (Exception broken) {
                            throw new IllegalStateException(broken);
                          }
                          work.accept(index);
                        }))
            .toList();
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
  }

  /** Says in code which traces are kept. */
  static final class HasRules {
    public static void main(String[] arguments) {
      Telemetry telemetry = Telemetry.builder().samplingRules("left* = 0").start();
      Spans.withSpan("left out", () -> {});
      Spans.withSpan("kept", () -> {});
      telemetry.stop();
    }
  }
}
