package io.spanloom.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.instrumentation.annotations.WithSpan;
import io.spanloom.processor.SpansProcessor;
import io.spanloom.support.ClassPath;
import io.spanloom.support.ForkedJvm;
import io.spanloom.support.Javac;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("slow")
final class OpenTelemetryVersionsTest {

  private static final Path SOURCES = Path.of("src", "test", "java", "program");

  /** The oldest OpenTelemetry that annotations, runtime and spanloom-testing support. */
  private static final String OLDEST = "opentelemetry-1.37.0";

  /** The versions with which spanloom-telemetry starts an SDK. */
  private static final Set<String> TELEMETRY =
      Set.of("without-bom", "opentelemetry-1.62.0", "spring-boot-4.1");

  private static final String TREE =
      """
      trace ID
      └─ Orders.root  TIME
            code.function.name = program.Orders.root

      """;

  @TempDir private static Path classes;

  /** Compiles and weaves the program against the oldest OpenTelemetry. */
  @BeforeAll
  static void compile() throws IOException {
    List<Path> classPath = new ArrayList<>(ManagedVersions.of(OLDEST).telemetry());
    classPath.add(ClassPath.of(WithSpan.class));
    classPath.add(classes);
    try (Stream<Path> sources = Files.list(SOURCES)) {
      Javac.into(classes)
          .processors(new SpansProcessor())
          .classPath(classPath)
          .compileFiles(sources.sorted().toList());
    }
  }

  static List<ManagedVersions> versions() throws IOException {
    return ManagedVersions.all();
  }

  @ParameterizedTest
  @MethodSource("versions")
  void createsSameSpans(ManagedVersions versions) throws Exception {
    String output = run("program.Main", versions.runtime()).run();
    assertThat(output)
        .containsOnlyOnce("INFO: A traced method was called, but no OpenTelemetry is registered");
    assertThat(output.substring(output.indexOf("registered:\n")))
        .isEqualTo(
            """
            registered:
            Orders.place > Orders.reserve INTERNAL UNSET {}
            Orders.place > pack INTERNAL UNSET {workflow.name=order, workflow.step.count=2,\
             workflow.step.index=1, workflow.step.name=pack, workflow.step.outcome=success}
            Orders.place > chat small CLIENT UNSET {gen_ai.operation.name=chat,\
             gen_ai.provider.name=example, gen_ai.request.model=small,\
             gen_ai.request.temperature=0.5}
            Orders.place > agent's INTERNAL UNSET {}
            Orders.place SERVER UNSET {flag=true, flags=[false], fraction=0.5, fractions=[1.5],\
             number=1, numbers=[2], result=1, tenant=t-1, text=a, texts=[b]} !step.start !step.end
            Orders.fail INTERNAL ERROR {error.type=java.lang.IllegalStateException} !exception
            Orders.root INTERNAL UNSET {}
            Orders.linked > Orders.reserve INTERNAL UNSET {}
            Orders.linked INTERNAL UNSET {} ~
            Orders.later INTERNAL UNSET {}
            installed:
            extracted: {}
            records durations: false
            Orders.linked > Orders.reserve INTERNAL UNSET {}
            Orders.linked INTERNAL UNSET {} ~
            block INTERNAL UNSET {} !event
            send INTERNAL UNSET {}
            no-op:
            current: {}
            tests that recorded their spans: 1
            """);
  }

  /** Not part of OpenTelemetry's API; used only by programs that have the library. */
  private static final String OPTIONAL_LIBRARY =
      "ReactorLibraryContext: ContextPropagationOperator";

  /** The runs reach most references; this test covers those of all branches. */
  @Test
  void refersToNewerMethodsOnlyInNewerApi() throws Exception {
    ManagedVersions oldest = ManagedVersions.of(OLDEST);
    List<Path> own = new ArrayList<>(ManagedVersions.ofSpanloom(oldest.runtime()));
    assertThat(own).hasSize(4);
    own.add(classes);
    assertThat(ApiReferences.missing(own, oldest.telemetry()))
        .containsExactly(
            "NewerApi: DoubleHistogram.isEnabled",
            "NewerApi: GlobalOpenTelemetry.isSet",
            "NewerApi: Tracer.isEnabled",
            OPTIONAL_LIBRARY);
  }

  @Test
  void telemetryRefersToNothingNewerThanItRequires() throws Exception {
    List<Path> classPath = ManagedVersions.of("opentelemetry-1.62.0").telemetry();
    assertThat(ApiReferences.missing(ManagedVersions.ofSpanloom(classPath), classPath))
        .containsExactly(OPTIONAL_LIBRARY);
  }

  @ParameterizedTest
  @MethodSource("versions")
  void startsTelemetryOrReportsVersions(ManagedVersions versions) throws Exception {
    String output = withTree("program.TelemetryMain", versions).run();
    if (TELEMETRY.contains(versions.toString())) {
      assertThat(normalized(output)).isEqualTo(TREE + "end of program\n");
    } else {
      assertThat(output)
          .containsOnlyOnce("WARNING: ")
          .containsOnlyOnce("spanloom-telemetry requires OpenTelemetry 1.62 or later")
          .containsOnlyOnce("the class path has opentelemetry-api 1.")
          .endsWith("end of program\n")
          .doesNotContain("\tat ");
    }
  }

  /** A traced data source never fails a statement of the program. */
  @ParameterizedTest
  @MethodSource("versions")
  void executesStatementsOrReportsVersions(ManagedVersions versions) throws Exception {
    String output = run("program.JdbcMain", versions.telemetry()).run();
    assertThat(output).endsWith("statement executed\n").doesNotContain("\tat ");
    if (versions.toString().equals("without-bom")) {
      assertThat(output).isEqualTo("statement executed\n");
    } else {
      assertThat(output)
          .containsOnlyOnce("WARNING: ")
          .containsPattern(
              "The JDBC instrumentation is disabled, because the versions of OpenTelemetry"
                  + "|Creating the JDBC instrumentation failed with java.lang.NoSuchMethodError");
    }
  }

  static List<ManagedVersions> versionsOfFrameworks() throws IOException {
    return versions().stream()
        .filter(versions -> versions.toString().matches("(spring-boot|quarkus)-.*"))
        .toList();
  }

  /** The exporters and span filters of spanloom-telemetry run in the SDK of a framework, too. */
  @ParameterizedTest
  @MethodSource("versionsOfFrameworks")
  void extendsSdkOfFramework(ManagedVersions versions) throws Exception {
    assertThat(normalized(withTree("program.AutoconfigureMain", versions).run()))
        .isEqualTo(TREE + "end of program\n");
  }

  private static ForkedJvm withTree(String main, ManagedVersions versions) throws IOException {
    return run(main, versions.telemetry())
        .property("otel.traces.exporter", "tree")
        .property("otel.metrics.exporter", "none")
        .property("otel.logs.exporter", "none")
        .property("stdout.encoding", "UTF-8");
  }

  private static String normalized(String output) {
    return output
        // JDK 24 and later warn about the queue in SDKs of old versions.
        .replaceAll("WARNING: .*(sun\\.misc\\.Unsafe|internal\\.shaded).*\\R", "")
        .replaceAll("[0-9a-f]{32}", "ID")
        .replaceAll("[0-9.]+ ms", "TIME");
  }

  private static ForkedJvm run(String main, List<Path> classPath) {
    return ForkedJvm.of(main)
        .options(List.of("-XX:TieredStopAtLevel=1", "-Xshare:auto"))
        .classPath(Stream.concat(Stream.of(classes), classPath.stream()).toList());
  }
}
