package io.spanloom.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.Traced;
import io.spanloom.deferred.DeferredSpan;
import io.spanloom.processor.check.Code;
import io.spanloom.runtime.woven.SpanSite;
import io.spanloom.support.ClassPath;
import io.spanloom.support.Javac;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Aspects in named modules. */
final class NamedModuleTest {

  private static final String ORDERS =
      """
      package shop;
      import io.spanloom.SpanAttribute;
      import io.spanloom.Traced;
      import java.util.concurrent.CompletionStage;
      public class Orders {
        public Orders() {}
        @Traced private CompletionStage<String> place(@SpanAttribute String id) { return null; }
        @Traced public void pack() {}
      }
      """;

  private static final String STREAMS =
      """
      package shop;
      import io.spanloom.Traced;
      import java.util.stream.Stream;
      public class Orders {
        public Orders() {}
        @Traced private Stream<String> all() { return null; }
      }
      """;

  @TempDir static Path folder;

  private static Path annotations;
  private static Path runtime;
  private static Path deferred;

  @BeforeAll
  static void packModules() throws IOException {
    annotations = module("io.spanloom", Traced.class);
    runtime = module("io.spanloom.runtime", SpanSite.class);
    deferred = module("io.spanloom.deferred", DeferredSpan.class);
  }

  @Test
  void tracesExportedClassWithoutWarnings() throws IOException {
    Result result =
        compile(
            """
            module shop {
              requires transitive io.spanloom; // because a public method of Orders is annotated
              requires io.spanloom.runtime;
              exports shop;
            }
            """,
            List.of(annotations, runtime),
            "-Xlint:all,-processing,-requires-automatic,-requires-transitive-automatic",
            "-Werror");

    assertThat(result.problems()).isEmpty();
    assertThat(result.aspect()).exists();
  }

  @Test
  void reportsModulesThatMustBeRequired() throws IOException {
    Result result = compile("module shop { requires io.spanloom; }", List.of(annotations));

    assertThat(result.problems()).hasSize(1);
    Diagnostic<?> error = result.problems().get(0);
    assertThat(error.getMessage(null))
        .startsWith(
            "["
                + Code.MISSING_RUNTIME
                + "] Module 'shop' does not read all modules that generated code requires.")
        .contains("Add 'requires io.spanloom.runtime;' to its module-info.java");
    assertThat(error.getLineNumber()).isEqualTo(5);
    assertThat(error.getColumnNumber()).isEqualTo(8);
  }

  @Test
  void reportsModuleOfAdapters() throws IOException {
    String moduleInfo = "module shop { requires io.spanloom; requires io.spanloom.runtime; }";

    Result result = compile(moduleInfo, STREAMS, List.of(annotations, runtime));

    assertThat(result.problems()).hasSize(1);
    assertThat(result.problems().get(0).getMessage(null))
        .contains("Add 'requires io.spanloom.deferred;' to its module-info.java");
    assertThat(compile(moduleInfo, STREAMS, List.of(annotations, runtime, deferred)).problems())
        .isEmpty();
  }

  @Test
  void omitsGeneratedAnnotationIfModuleDoesNotReadIt() throws IOException {
    Result result =
        compile(
            "module shop { requires io.spanloom; requires io.spanloom.runtime; }",
            List.of(annotations, runtime),
            "--add-modules",
            "java.compiler");

    assertThat(result.problems()).isEmpty();
    assertThat(result.aspect())
        .content()
        .doesNotContain("@Generated(")
        .contains("@GeneratedAspect");
  }

  @Test
  void addsGeneratedAnnotationIfModuleReadsIt() throws IOException {
    Result result =
        compile(
            """
            module shop {
              requires io.spanloom;
              requires io.spanloom.runtime;
              requires java.compiler;
            }
            """,
            List.of(annotations, runtime));

    assertThat(result.problems()).isEmpty();
    assertThat(result.aspect()).content().contains("@Generated");
  }

  static Stream<DocumentedExample> documented() {
    return DocumentedExample.all().filter(DocumentedExample::isModule);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("documented")
  void documentedModuleRequiresEverythingNeeded(DocumentedExample example) throws IOException {
    Result result = compile(example.text(), List.of(annotations, runtime));

    assertThat(result.problems())
        .as("messages about the block at %s", example)
        .extracting(problem -> problem.getMessage(null).substring(1, 7))
        .containsExactlyElementsOf(example.expectedCodes());
    assertThat(result.aspect()).exists();
  }

  /** The errors and warnings of a compilation, and the path of the generated aspect. */
  private record Result(List<Diagnostic<?>> problems, Path aspect) {}

  /** Compiles a module with some of Spanloom's modules and all others that aspects use. */
  private static Result compile(String moduleInfo, List<Path> spanloomModules, String... options)
      throws IOException {
    return compile(moduleInfo, ORDERS, spanloomModules, options);
  }

  private static Result compile(
      String moduleInfo, String source, List<Path> spanloomModules, String... options)
      throws IOException {
    Path project = Files.createTempDirectory(folder, "project");
    Path moduleFile = Files.writeString(project.resolve("module-info.java"), moduleInfo);
    Path orders = Files.createDirectory(project.resolve("shop")).resolve("Orders.java");
    Files.writeString(orders, source);
    List<Path> modules = new ArrayList<>(spanloomModules);
    ClassPath.ofTests().stream()
        .filter(
            entry ->
                entry
                    .getFileName()
                    .toString()
                    .matches("(opentelemetry-(api|common|context)|aspectjrt)-\\d.*jar"))
        .forEach(modules::add);
    Javac.Result compiled =
        Javac.into(project)
            .classPath(List.of())
            .options(List.of("--module-path", ClassPath.join(modules)))
            .options(List.of(options))
            .processors(new SpansProcessor())
            .tryFiles(List.of(moduleFile, orders));
    return new Result(
        compiled.diagnostics().stream()
            .filter(message -> message.getKind() != Diagnostic.Kind.NOTE)
            .<Diagnostic<?>>map(message -> message)
            .toList(),
        orders.resolveSibling("Orders_Spans.java"));
  }

  /** Returns the jar of a module; packs a folder of compiled classes as the build would. */
  private static Path module(String name, Class<?> type) throws IOException {
    Path location = ClassPath.of(type);
    if (!Files.isDirectory(location)) {
      return location;
    }
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Automatic-Module-Name", name);
    Path jar = folder.resolve(name + ".jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest);
        Stream<Path> classes = Files.walk(location)) {
      for (Path entry : classes.filter(Files::isRegularFile).toList()) {
        out.putNextEntry(new JarEntry(location.relativize(entry).toString().replace('\\', '/')));
        Files.copy(entry, out);
      }
    }
    return jar;
  }
}
