package io.spanloom.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.Traced;
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

/** Aspects in a named module, which sees only what it requires and shows only what it exports. */
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

  @TempDir static Path folder;

  private static Path annotations;
  private static Path runtime;

  @BeforeAll
  static void packModules() throws IOException {
    annotations = module("io.spanloom", Traced.class);
    runtime = module("io.spanloom.runtime", SpanSite.class);
  }

  @Test
  void anExportedClassIsTracedWithoutAWarning() throws IOException {
    Result result =
        compile(
            """
            module shop {
              requires transitive io.spanloom; // since Orders shows it on a public method
              requires io.spanloom.runtime;
              exports shop;
            }
            """,
            List.of(annotations, runtime),
            "-Xlint:all,-processing,-requires-automatic,-requires-transitive-automatic",
            "-Werror");

    assertThat(result.complaints()).isEmpty();
    assertThat(result.aspect()).exists();
  }

  @Test
  void aModuleThatDoesNotReadTheRuntimeIsToldWhatToRequire() throws IOException {
    Result result = compile("module shop { requires io.spanloom; }", List.of(annotations));

    assertThat(result.complaints()).hasSize(1);
    Diagnostic<?> error = result.complaints().get(0);
    assertThat(error.getMessage(null))
        .startsWith("[" + Code.NO_RUNTIME + "] Module shop does not read all")
        .contains("Add 'requires io.spanloom.runtime;' to its module-info.java");
    assertThat(error.getLineNumber()).isEqualTo(5);
    assertThat(error.getColumnNumber()).isEqualTo(8);
  }

  @Test
  void aModuleThatDoesNotReadTheCompilersAnnotationsDoesWithoutThem() throws IOException {
    Result result =
        compile(
            "module shop { requires io.spanloom; requires io.spanloom.runtime; }",
            List.of(annotations, runtime),
            "--add-modules",
            "java.compiler");

    assertThat(result.complaints()).isEmpty();
    assertThat(result.aspect()).content().doesNotContain("@Generated").contains("@WovenInto");
  }

  @Test
  void aModuleThatReadsTheCompilersAnnotationsHasThem() throws IOException {
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

    assertThat(result.complaints()).isEmpty();
    assertThat(result.aspect()).content().contains("@Generated");
  }

  static Stream<DocumentedExample> documented() {
    return DocumentedExample.all().filter(DocumentedExample::isModule);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("documented")
  void aDeclarationInTheDocumentationRequiresAllThatIsNeeded(DocumentedExample example)
      throws IOException {
    Result result = compile(example.text(), List.of(annotations, runtime));

    assertThat(result.complaints()).as("what is said of the block at %s", example).isEmpty();
    assertThat(result.aspect()).exists();
  }

  /** What javac and the processor said, but for notes, and where the aspect should be. */
  private record Result(List<Diagnostic<?>> complaints, Path aspect) {}

  /** Compiles with some of Spanloom's modules, and with everything else that there is. */
  private static Result compile(String moduleInfo, List<Path> own, String... options)
      throws IOException {
    Path project = Files.createTempDirectory(folder, "project");
    Path moduleFile = Files.writeString(project.resolve("module-info.java"), moduleInfo);
    Path orders = Files.createDirectory(project.resolve("shop")).resolve("Orders.java");
    Files.writeString(orders, ORDERS);
    List<Path> modules = new ArrayList<>(own);
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
            .filter(each -> each.getKind() != Diagnostic.Kind.NOTE)
            .<Diagnostic<?>>map(each -> each)
            .toList(),
        orders.resolveSibling("Orders_Spans.java"));
  }

  /** Packs what the build has compiled, which may still be a folder, as it is published. */
  private static Path module(String name, Class<?> type) throws IOException {
    Path home = ClassPath.of(type);
    if (!Files.isDirectory(home)) {
      return home;
    }
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Automatic-Module-Name", name);
    Path jar = folder.resolve(name + ".jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest);
        Stream<Path> classes = Files.walk(home)) {
      for (Path entry : classes.filter(Files::isRegularFile).toList()) {
        out.putNextEntry(new JarEntry(home.relativize(entry).toString().replace('\\', '/')));
        Files.copy(entry, out);
      }
    }
    return jar;
  }
}
