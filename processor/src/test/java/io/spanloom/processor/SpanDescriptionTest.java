package io.spanloom.processor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import io.spanloom.support.GoldenFile;
import io.spanloom.support.JavaSources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The span descriptions that are written beside the generated aspects. */
final class SpanDescriptionTest {

  private static final Path GOLDEN = Path.of("src/test/resources/golden");

  private static final String SOURCE =
      """
      package shop;
      class Größe {
        @io.spanloom.Traced("groß, \\"größer\\"\\n\\ud83d") void wächst() {}
      }
      """;

  @ParameterizedTest
  @ValueSource(strings = {"Agents", "AiCalls", "Described", "Steps"})
  void writesCommittedSpanDescription(String name) throws IOException {
    Compiler javac =
        CompiledSources.javac(new SpansProcessor())
            .withOptions("--release", "17", CompiledSources.WITHOUT_WEAVING);
    CompiledSources compiled =
        new CompiledSources(
            javac.compile(
                JavaFileObjects.forResource(
                    GOLDEN.resolve("input/shop/" + name + ".java").toUri().toURL())));

    assertThat(compiled.errors()).isEmpty();
    SortedMap<String, String> descriptions = compiled.spanDescriptions();
    assertThat(descriptions).containsOnlyKeys("shop/" + name + "_Spans.json");
    descriptions.forEach(
        (file, text) ->
            new GoldenFile(GOLDEN.resolve("expected").resolve(file)).assertContent(text));
  }

  @Test
  void describesClassInUnnamedPackage() {
    assertThat(
            CompiledSources.of("class Orders { @io.spanloom.Traced void place() {} }")
                .spanDescriptions())
        .hasEntrySatisfying(
            "Orders_Spans.json",
            text -> assertThat(text).contains("\"source\": \"Orders_Spans.java\""));
  }

  @Test
  void describesAttributesOfCurrentSpan() {
    String annotations =
        "package io.opentelemetry.instrumentation.annotations;\npublic @interface ";
    String text =
        CompiledSources.of(
                annotations + "AddingSpanAttributes {}",
                annotations
                    + "WithSpan { String value() default \"\"; boolean inheritContext() default true;"
                    + " io.opentelemetry.api.trace.SpanKind kind() default"
                    + " io.opentelemetry.api.trace.SpanKind.INTERNAL; }",
                annotations + "SpanAttribute { String value(); }",
                """
                package shop;
                import io.opentelemetry.instrumentation.annotations.*;
                class Orders {
                  @AddingSpanAttributes void add(@SpanAttribute("order") Object id) {}
                  @WithSpan void place() {}
                }
                """)
            .spanDescriptions()
            .getOrDefault("shop/Orders_Spans.json", "");

    assertThat(text)
        .contains("\"form\": \"current span\"", "\"javaType\": \"java.lang.Object\"")
        .containsOnlyOnce("\"name\": ")
        .containsOnlyOnce("\"kind\": ")
        .containsOnlyOnce("code.function.name")
        .doesNotContain("error.type");
  }

  @Test
  void writesNoSpanDescriptionWithoutAspect() {
    assertThat(
            InterceptedJavac.createdFiles(
                "class Orders { @io.spanloom.Traced(\"\") void place() {} }"))
        .isEmpty();
  }

  @Test
  void writesSpanDescriptionInUtf8BesideTheGeneratedSource(@TempDir Path folder)
      throws IOException {
    Path sources = Files.createDirectory(folder.resolve("sources"));
    Path classes = Files.createDirectory(folder.resolve("classes"));

    compile(classes, List.of("-s", sources.toString(), "-encoding", "ISO-8859-1"));

    assertThat(files(sources)).containsExactly("Größe_Spans.java", "Größe_Spans.json");
    assertThat(files(classes)).containsExactly("Größe.class", "Größe_Spans.class");
    assertThat(Files.readString(sources.resolve("shop/Größe_Spans.json"), UTF_8))
        .contains("\"name\": \"groß, \\\"größer\\\"\\u000a\\ud83d\"", "\"method\": \"wächst()\"");
  }

  @Test
  void writesNoSpanDescriptionAmongTheClasses(@TempDir Path classes) throws IOException {
    compile(classes, List.of());

    assertThat(files(classes))
        .containsExactly("Größe.class", "Größe_Spans.class", "Größe_Spans.java");
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("shop"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static void compile(Path classes, List<String> options) throws IOException {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    List<String> all = new ArrayList<>(options);
    all.addAll(List.of("-d", classes.toString()));
    try (StandardJavaFileManager files = javac.getStandardFileManager(null, Locale.ROOT, null)) {
      files.setLocation(StandardLocation.CLASS_PATH, CompiledSources.classPath());
      JavaCompiler.CompilationTask task =
          javac.getTask(null, files, null, all, null, List.of(JavaSources.file(SOURCE)));
      task.setProcessors(List.of(new SpansProcessor()));
      assertThat(task.call()).isTrue();
    }
  }
}
