package io.spanloom.weaver.javac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.spanloom.support.ClassPath;
import io.spanloom.support.ForkedJvm;
import io.spanloom.weaver.AspectState;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Compiles and weaves with the jars of the classifier {@code all}. Maven runs this class after it
 * has packaged them, and therefore not with the other tests.
 */
final class SelfContainedJars {

  private static final Path FOLDER = Path.of("target", "self-contained-jars");
  private static final Path PROCESSOR = FOLDER.resolve("spanloom-processor-all.jar");
  private static final Path WEAVER = FOLDER.resolve("spanloom-weaver-all.jar");

  static final List<Path> JARS = List.of(PROCESSOR, WEAVER);

  private static final String WITH_SPAN =
      """
      package io.opentelemetry.instrumentation.annotations;
      public @interface WithSpan {
        String value() default "";
        io.opentelemetry.api.trace.SpanKind kind() default io.opentelemetry.api.trace.SpanKind.INTERNAL;
        boolean inheritContext() default true;
      }
      """;

  /** Refers to all libraries whose names the jars must not change in generated and woven code. */
  private static final String ORDERS =
      """
      package shop;
      import com.google.common.util.concurrent.ListenableFuture;
      import io.opentelemetry.instrumentation.annotations.WithSpan;
      import io.spanloom.SpanAttribute;
      import io.spanloom.Traced;
      import java.util.List;
      import java.util.concurrent.CompletableFuture;
      import java.util.concurrent.SubmissionPublisher;
      public class Orders {
        private final List<String> ids;
        @Traced Orders(List<String> ids) { this.ids = List.copyOf(ids); }
        @Traced int place(@SpanAttribute("order.id") String id, @SpanAttribute long quantity) {
          for (String known : ids) { if (known.equals(id)) { return find(known).join(); } }
          throw new IllegalArgumentException(id);
        }
        @Traced private static CompletableFuture<Integer> find(String id) {
          return CompletableFuture.supplyAsync(id::length);
        }
        @WithSpan ListenableFuture<String> later() { return null; }
        @WithSpan SubmissionPublisher<String> published() { return null; }
        public static void main(String[] arguments) {
          System.out.println(new Orders(List.of("o-1")).place("o-1", 2));
        }
      }
      """;

  @TempDir Path folder;

  private Compilation orders(String name) {
    return Compilation.in(folder.resolve(name))
        .source("io/opentelemetry/instrumentation/annotations/WithSpan.java", WITH_SPAN)
        .source("shop/Orders.java", ORDERS);
  }

  @Test
  void processorWorksLikeItsJarWithDependencies() throws Exception {
    Compilation expected = orders("expected");
    Compilation actual = orders("actual").processorPath(PROCESSOR.toString());

    String expectedMessages = messages(expected, "expected");

    assertThat(messages(actual, "actual")).isEqualTo(expectedMessages);
    assertThat(expectedMessages).contains("SPL027").endsWith("\n0\n");
    Compilation.assertSameFiles(
        Compilation.classFiles(actual.output()), Compilation.classFiles(expected.output()));
    assertThat(actual.output().resolve("shop/Orders_Spans.java"))
        .hasSameTextualContentAs(expected.output().resolve("shop/Orders_Spans.java"));
    assertThat(ForkedJvm.of("shop.Orders").with(actual.output()).run())
        .endsWith("3" + System.lineSeparator());
  }

  private String messages(Compilation compilation, String name) throws Exception {
    return compilation.runInNewJvm().replace(folder.resolve(name).toString(), "");
  }

  @Test
  void weaverWorksLikeWeavingInsideJavac() throws Exception {
    Compilation expected = orders("expected").processorPath(PROCESSOR.toString());
    Compilation actual =
        orders("actual").processorPath(PROCESSOR.toString()).options("-Aspanloom.weave=false");
    assertThat(expected.runInNewJvm()).endsWith("\n0\n"); // after the note about WithSpan
    assertThat(actual.runInNewJvm()).contains("SPL098").endsWith("\n0\n");

    String printed = weave(actual.output(), 0);

    assertThat(printed.strip())
        .isEqualTo("Spanloom: wove 4 methods in 1 class; 0 classes already woven.");
    Compilation.assertSameFiles(
        Compilation.classFiles(actual.output()), Compilation.classFiles(expected.output()));
    assertThat(weave(actual.output(), 0)).contains("; 1 class already woven.");
  }

  private static String weave(Path classes, int status) throws Exception {
    return jar(status, "--classes", classes.toString(), "--class-path", Compilation.CLASS_PATH);
  }

  private static String jar(int status, String... arguments) throws Exception {
    List<String> command =
        Stream.concat(Stream.of(WEAVER.toString()), Stream.of(arguments)).toList();
    return ForkedJvm.of("-jar", command.toArray(String[]::new)).run(status);
  }

  @Test
  void weaverReportsProblems() throws Exception {
    assertThat(weave(folder.resolve("missing"), 1)).startsWith("[SPL");
    assertThat(jar(0, "--help")).startsWith("Usage: java -jar ");
    assertThat(jar(2, "--version")).startsWith("[SPL214] unknown argument --version");
  }

  @Test
  void processorKeepsItsClassesForNextCompilation() {
    for (String name : List.of("first", "second")) {
      Compilation compilation =
          orders(name)
              .processorPath(PROCESSOR.toString())
              .fileManager(standard -> new IsolatedProcessorPath(standard, List.of(PROCESSOR)));
      assertThat(compilation.run().success()).isTrue();
    }

    assertThat(KeptClasses.below(PROCESSOR.toAbsolutePath())).hasSize(1);
  }

  @Test
  void documentedAntBuildWeavesAndRuns() throws Exception {
    Path lib = Files.createDirectories(folder.resolve("lib"));
    Path tools = Files.createDirectories(folder.resolve("tools"));
    Path sources = Files.createDirectories(folder.resolve("src/shop"));
    for (Path entry : ClassPath.ofTests().stream().filter(Files::exists).toList()) {
      try (Stream<Path> written = Files.list(lib)) {
        Jar.write(entry, lib.resolve(written.count() + ".jar"));
      }
    }
    Files.copy(PROCESSOR, tools.resolve("spanloom-processor-1.0-all.jar"));
    Files.writeString(
        sources.resolve("Main.java"),
        """
        package shop;
        public class Main {
          public static void main(String[] arguments) { System.out.println(new Main().one()); }
          @io.spanloom.Traced int one() { return 1; }
        }
        """);
    String page = Files.readString(Path.of("../../docs/build.md"));
    int start = page.indexOf("<project name=\"shop\"");
    Path build = folder.resolve("build.xml");
    Files.writeString(build, page.substring(start, page.indexOf("```", start)));

    String printed =
        ForkedJvm.of("org.apache.tools.ant.Main", "-f", build.toString()).in(folder).run();

    assertThat(printed)
        .contains("[SPL098] 1 traced method in 1 class.", "[java] 1", "BUILD SUCCESSFUL");
    assertThat(AspectState.read(folder.resolve("build/classes")))
        .singleElement()
        .satisfies(aspect -> assertThat(aspect.woven()).hasSize(1));
  }

  @Test
  void processorIsRegistered() throws IOException {
    String services = "META-INF/services/";
    Map<String, String> texts = new TreeMap<>();
    try (JarFile jar = new JarFile(PROCESSOR.toFile())) {
      for (String name :
          List.of(
              services + "javax.annotation.processing.Processor",
              services + "com.sun.source.util.Plugin",
              "META-INF/gradle/incremental.annotation.processors")) {
        try (InputStream text = jar.getInputStream(jar.getEntry(name))) {
          texts.put(name, new String(text.readAllBytes(), StandardCharsets.UTF_8).strip());
        }
      }
    }

    assertThat(texts)
        .containsOnly(
            entry(
                services + "javax.annotation.processing.Processor",
                "io.spanloom.processor.SpansProcessor"),
            entry(
                services + "com.sun.source.util.Plugin",
                "io.spanloom.processor.weave.WeavingPlugin"),
            entry(
                "META-INF/gradle/incremental.annotation.processors",
                "io.spanloom.processor.SpansProcessor,isolating"));
  }

  @ParameterizedTest
  @FieldSource("JARS")
  void relocatesLibrariesAndContainsLicenses(Path path) throws IOException {
    try (JarFile jar = new JarFile(path.toFile())) {
      assertThat(jar.stream().map(Object::toString).filter(name -> name.endsWith(".class")))
          .allMatch(name -> name.matches("io/spanloom/.*|org/aspectj/(lang|runtime)/.*"))
          .anyMatch(name -> name.startsWith("io/spanloom/shaded/aspectj/weaver/"));
      assertThat(jar.stream().map(Object::toString))
          .contains(
              "META-INF/LICENSE",
              "META-INF/NOTICE",
              "licenses/LICENSE-ASM.txt",
              "licenses/LICENSE-EPL-2.0.txt");
    }
    assertThat(Files.size(path)).isLessThan(6_000_000);
  }
}
