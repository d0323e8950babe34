package io.spanloom.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.support.ForkedJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A traced {@code Mono} in a program that lacks libraries that work with Reactor. */
@Tag("slow")
final class OptionalLibrariesTest {

  private static Program program;

  @BeforeAll
  static void weave() {
    program =
        Program.compile(
                """
                package shop;
                import io.opentelemetry.api.trace.Span;
                import io.opentelemetry.sdk.OpenTelemetrySdk;
                import io.opentelemetry.sdk.trace.*;
                import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
                import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
                import io.spanloom.Traced;
                import io.spanloom.runtime.Spans;
                import reactor.core.publisher.Mono;
                public class Main {
                  @Traced static Mono<String> outer() { return Mono.defer(Main::inner); }
                  @Traced static Mono<String> inner() { return Mono.fromSupplier(() -> "value"); }
                  public static void main(String[] args) {
                    InMemorySpanExporter exporter = InMemorySpanExporter.create();
                    Spans.install(OpenTelemetrySdk.builder().setTracerProvider(SdkTracerProvider.builder()
                        .addSpanProcessor(SimpleSpanProcessor.create(exporter)).build()).build(), true);
                    System.out.println(outer().block());
                    var spans = exporter.getFinishedSpanItems();
                    System.out.println(spans.size() + " "
                        + spans.get(0).getParentSpanId().equals(spans.get(1).getSpanId()));
                  }
                }
                """)
            .weave();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no-library",
        "context-propagation-.*",
        "micrometer-.*",
        "opentelemetry-reactor-.*",
        "(context-propagation|micrometer|opentelemetry-(reactor|instrumentation))-.*"
      })
  void tracesWithoutLibrary(String absent) throws Exception {
    assertThat(
            ForkedJvm.of("shop.Main")
                .without(path -> path.matches(".*/" + absent + "\\.jar"))
                .with(program.classes())
                .run())
        .endsWith("value\n2 true\n");
  }

  @Test
  void tracesBesideAccessorThatThrows() throws Exception {
    Program accessor =
        Program.compile(
            """
            package shop;
            public class Broken implements io.micrometer.context.ThreadLocalAccessor<Object> {
              @Override public Object key() { throw new IllegalStateException("no key"); }
              @Override public Object getValue() { return null; }
              @Override public void setValue(Object value) {}
            }
            """);
    Path services = Files.createDirectories(accessor.classes().resolve("META-INF/services"));
    Files.writeString(services.resolve("io.micrometer.context.ThreadLocalAccessor"), "shop.Broken");

    assertThat(ForkedJvm.of("shop.Main").with(program.classes()).with(accessor.classes()).run())
        .endsWith("value\n2 true\n");
  }
}
