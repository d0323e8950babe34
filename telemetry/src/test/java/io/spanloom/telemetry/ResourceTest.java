package io.spanloom.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.spanloom.runtime.Spans;
import io.spanloom.support.ClassPath;
import io.spanloom.support.ForkedJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes.Name;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who a program says it is: in the environment, in its code, in its jar. */
@Tag("slow")
final class ResourceTest {

  @Test
  void whatTheCodeSaysHoldsWhereTheEnvironmentSaysNothing() throws Exception {
    assertThat(ForkedJvm.of(SaysWhoItIs.class).variable("OTEL_DEBUG", "true").run())
        .contains(
            "resource {deployment.environment.name=test, service.name=code, service.version=1}");
  }

  @Test
  void theEnvironmentWins() throws Exception {
    assertThat(
            ForkedJvm.of(SaysWhoItIs.class)
                .variable("OTEL_DEBUG", "true")
                .variable("OTEL_SERVICE_NAME", "environment")
                .variable("OTEL_RESOURCE_ATTRIBUTES", "deployment.environment.name=production")
                .run())
        .contains(
            "resource {deployment.environment.name=production, service.name=environment,"
                + " service.version=1}");
  }

  @Test
  void theJarOfTheProgramSaysItForWantOfBoth(@TempDir Path folder) throws Exception {
    Path jar = jar(folder.resolve("shop.jar"), Says.class, "Shop");
    assertThat(ForkedJvm.ofJar(jar).variable("OTEL_DEBUG", "true").run())
        .contains("resource {service.name=Shop, service.version=3.1}");
  }

  @Test
  void theNameOfTheJarIsBetterThanNone(@TempDir Path folder) throws Exception {
    Path jar = jar(folder.resolve("kiosk.jar"), Says.class, null);
    assertThat(ForkedJvm.ofJar(jar).variable("OTEL_DEBUG", "true").run())
        .contains("resource {service.name=kiosk, service.version=3.1}");
  }

  @Test
  void theCodeWinsOverTheJar(@TempDir Path folder) throws Exception {
    Path jar = jar(folder.resolve("shop.jar"), SaysWhoItIs.class, "Shop");
    assertThat(ForkedJvm.ofJar(jar).variable("OTEL_DEBUG", "true").run())
        .contains("service.name=code, service.version=1}");
  }

  @Test
  void theCommandLineIsNoPartOfIt() throws Exception {
    try (Collector collector = Collector.speaking("http/protobuf")) {
      ForkedJvm.of(Says.class)
          .variable("OTEL_EXPORTER_OTLP_ENDPOINT", collector.url())
          .property("password", "secret")
          .run();
      assertThat(collector.resource()).contains("host.arch", "process.pid", "service.name");
      assertThat(collector.resource())
          .doesNotContain("process.command_line", "process.command_args");
    }
  }

  private static Path jar(Path jar, Class<?> program, @Nullable String title) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Name.MAIN_CLASS, program.getName());
    if (title != null) {
      manifest.getMainAttributes().put(Name.IMPLEMENTATION_TITLE, title);
    }
    manifest.getMainAttributes().put(Name.IMPLEMENTATION_VERSION, "3.1");
    String classPath =
        ClassPath.ofTests().stream()
            .map(entry -> entry.toUri().toString())
            .collect(Collectors.joining(" "));
    manifest.getMainAttributes().put(Name.CLASS_PATH, classPath);
    new JarOutputStream(Files.newOutputStream(jar), manifest).close();
    return jar;
  }

  /** Leaves it to its surroundings to say who it is. */
  static final class Says {
    public static void main(String[] arguments) {
      Telemetry telemetry = Telemetry.start();
      Spans.withSpan("work", () -> {});
      telemetry.stop();
    }
  }

  /** Says who it is. */
  static final class SaysWhoItIs {
    public static void main(String[] arguments) {
      Telemetry.builder()
          .serviceName("code")
          .serviceVersion("1")
          .resource(Attributes.of(AttributeKey.stringKey("deployment.environment.name"), "test"))
          .start()
          .stop();
    }
  }
}
