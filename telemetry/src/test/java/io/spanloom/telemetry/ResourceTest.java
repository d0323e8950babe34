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

/** The resource, from the environment, the program's code and its jar. */
@Tag("slow")
final class ResourceTest {

  @Test
  void usesCodeWithoutEnvironment() throws Exception {
    assertThat(ForkedJvm.of(SetsResource.class).variable("OTEL_DEBUG", "true").run())
        .contains(
            "resource {deployment.environment.name=test, service.name=code, service.version=1}");
  }

  @Test
  void environmentTakesPrecedence() throws Exception {
    assertThat(
            ForkedJvm.of(SetsResource.class)
                .variable("OTEL_DEBUG", "true")
                .variable("OTEL_SERVICE_NAME", "environment")
                .variable("OTEL_RESOURCE_ATTRIBUTES", "deployment.environment.name=production")
                .run())
        .contains(
            "resource {deployment.environment.name=production, service.name=environment,"
                + " service.version=1}");
  }

  @Test
  void usesJarManifestWithoutCodeAndEnvironment(@TempDir Path folder) throws Exception {
    Path jar = jar(folder.resolve("shop.jar"), SetsNoResource.class, "Shop");
    assertThat(ForkedJvm.ofJar(jar).variable("OTEL_DEBUG", "true").run())
        .contains("resource {service.name=Shop, service.version=3.1}");
  }

  @Test
  void usesJarFileNameWithoutTitle(@TempDir Path folder) throws Exception {
    Path jar = jar(folder.resolve("kiosk.jar"), SetsNoResource.class, null);
    assertThat(ForkedJvm.ofJar(jar).variable("OTEL_DEBUG", "true").run())
        .contains("resource {service.name=kiosk, service.version=3.1}");
  }

  @Test
  void codeTakesPrecedenceOverJar(@TempDir Path folder) throws Exception {
    Path jar = jar(folder.resolve("shop.jar"), SetsResource.class, "Shop");
    assertThat(ForkedJvm.ofJar(jar).variable("OTEL_DEBUG", "true").run())
        .contains("service.name=code, service.version=1}");
  }

  @Test
  void excludesCommandLine() throws Exception {
    try (OtlpCollector collector = OtlpCollector.start("http/protobuf")) {
      ForkedJvm.of(SetsNoResource.class)
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

  /** Sets no resource in code. */
  static final class SetsNoResource {
    public static void main(String[] arguments) {
      Telemetry telemetry = Telemetry.start();
      Spans.withSpan("work", () -> {});
      telemetry.stop();
    }
  }

  /** Sets its resource in code. */
  static final class SetsResource {
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
