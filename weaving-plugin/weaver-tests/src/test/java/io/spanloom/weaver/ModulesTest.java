package io.spanloom.weaver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ModulesTest {

  private static final String ORDERS =
      """
      package shop;
      import io.spanloom.SpanAttribute;
      import io.spanloom.Traced;
      public class Orders {
        @Traced static int place(@SpanAttribute String id) {
          if (id.isEmpty()) { throw new IllegalArgumentException("empty"); }
          return id.length();
        }
        public static Object run() {
          try { return place("o-1") + place(""); } catch (IllegalArgumentException e) { return e; }
        }
      }
      """;

  /** Records spans inside the module, because a module layer loads a separate OpenTelemetry. */
  private static final String TRACED =
      """
      package shop;
      import io.opentelemetry.sdk.OpenTelemetrySdk;
      import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
      import io.opentelemetry.sdk.trace.SdkTracerProvider;
      import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
      import io.spanloom.runtime.Spans;
      import java.util.List;
      public class Main {
        public static Object run() {
          InMemorySpanExporter exporter = InMemorySpanExporter.create();
          Spans.install(
              OpenTelemetrySdk.builder()
                  .setTracerProvider(
                      SdkTracerProvider.builder().addSpanProcessor(SimpleSpanProcessor.create(exporter)).build())
                  .build(),
              true);
          Orders.run();
          return List.of(
              Main.class.getModule(),
              exporter.getFinishedSpanItems().stream().map(s -> s.getName() + " " + s.getStatus().getStatusCode()).toList());
        }
      }
      """;

  private static final String SDK =
      "requires io.opentelemetry.sdk; requires io.opentelemetry.sdk.trace;"
          + " requires io.opentelemetry.sdk.testing;";

  @TempDir private Path folder;

  @Test
  void runsWovenNamedModuleOnModulePath() throws IOException {
    Program program =
        compile(
            "requires io.spanloom.runtime; requires static io.spanloom; " + SDK, ORDERS, TRACED);
    String unwoven = run(inLayer(program), "shop.Orders");
    byte[] moduleInfo = Files.readAllBytes(program.classFile("module-info"));

    ClassLoader woven = inLayer(program.weave());

    assertThat(run(woven, "shop.Orders")).isEqualTo(unwoven).contains("shop.app/shop");
    assertThat(run(woven, "shop.Main"))
        .isEqualTo("returned [module shop.app, [Orders.place UNSET, Orders.place ERROR]]");
    assertThat(program.classFile("module-info")).hasBinaryContent(moduleInfo);
  }

  /** The annotations are an automatic module, which makes all other modules readable. */
  @Test
  void rejectsModuleThatReadsRuntimeOnlyThroughAutomaticModule() throws IOException {
    Program program = compile("requires static io.spanloom; requires java.sql;", ORDERS);

    assertThatThrownBy(program::weave)
        .hasMessageContaining("[SPL212] Module shop.app does not require io.spanloom.runtime")
        .hasMessageContaining("add 'requires io.spanloom.runtime;' to its module-info.java");
  }

  @Test
  void rejectsModuleThatRequiresRuntimeOnlyStatically() throws IOException {
    Program program =
        compile("requires static io.spanloom.runtime; requires static io.spanloom;", ORDERS);

    assertThatThrownBy(program::weave)
        .hasMessageContaining(
            "[SPL212] Module shop.app declares 'requires static io.spanloom.runtime'");
  }

  private Program compile(String requires, String... sources) throws IOException {
    return Program.compile(
        List.of("--module-path", ModulePath.in(folder)),
        Stream.concat(
                Stream.of("module shop.app { " + requires + " exports shop; }"), Stream.of(sources))
            .toArray(String[]::new));
  }

  /** Sets the context class loader, in which OpenTelemetry looks for its plug-ins. */
  private static String run(ClassLoader loader, String className) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      return Outcome.of(loader, className, "run");
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private ClassLoader inLayer(Program program) throws IOException {
    Path[] entries =
        Stream.concat(
                Stream.of(program.classes()),
                Stream.of(ModulePath.in(folder).split(File.pathSeparator)).map(Path::of))
            .toArray(Path[]::new);
    ModuleFinder finder = ModuleFinder.of(entries);
    ModuleLayer boot = ModuleLayer.boot();
    Configuration configuration =
        boot.configuration().resolve(finder, ModuleFinder.of(), Set.of("shop.app"));
    return ModuleLayer.defineModulesWithOneLoader(
            configuration, List.of(boot), ClassLoader.getPlatformClassLoader())
        .layer()
        .findLoader("shop.app");
  }
}
