package io.spanloom.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.support.ClassPath;
import io.spanloom.support.ForkedJvm;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.annotation.processing.Processor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Covers javac's warning about annotations that no processor claims. */
@Tag("slow")
final class UnclaimedAnnotationsTest {

  private static final String ORDERS =
      """
      package shop;
      import io.spanloom.*;
      class Orders {
        @Traced @interface Own {}
        @Traced void a(@SpanAttribute String id) {}
        @WorkflowStep void b() {}
        @AICall(provider = "x", operation = AICall.Operation.EXECUTE_TOOL) void c() {}
        @Own void d() {}
        @Override public String toString() { return "" + this.hashCode(); }
      }
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"8", "17"})
  void claimsAnnotationsIfLastOnProcessorPath(String release) throws Exception {
    assertThat(compile(0, release, processorPath(false), ORDERS)).isEmpty();
    assertThat(folder.resolve("classes/shop/Orders_Spans.class")).exists();
  }

  @Test
  void claimsNoAnnotationsIfOtherProcessorFollows() throws Exception {
    assertThat(compile(1, "17", processorPath(true), ORDERS))
        .contains("No processor claimed any of these annotations", "io.spanloom.Traced");
  }

  @Test
  void claimsNoAnnotationsOfOthers() throws Exception {
    assertThat(
            compile(
                1, "17", processorPath(false), ORDERS, "package shop; @Other @interface Other {}"))
        .contains("No processor claimed any of these annotations", "shop.Other");
  }

  /** Returns the class path of the tests with Spanloom's processor and perhaps Lombok's. */
  private static List<Path> processorPath(boolean lombok) throws IOException {
    List<Path> result = new ArrayList<>();
    for (Path entry : ClassPath.ofTests()) {
      boolean isLombok = entry.getFileName().toString().startsWith("lombok");
      if (entry.equals(ClassPath.of(SpansProcessor.class))
          || (isLombok ? lombok : !hasProcessor(entry))) {
        result.add(entry);
      }
    }
    return result;
  }

  private static boolean hasProcessor(Path entry) throws IOException {
    try (URLClassLoader loader = new URLClassLoader(new URL[] {entry.toUri().toURL()}, null)) {
      return loader.findResource("META-INF/services/" + Processor.class.getName()) != null;
    }
  }

  /** Compiles sources with the processors that javac finds, and returns javac's output. */
  private String compile(int exitCode, String release, List<Path> processorPath, String... sources)
      throws Exception {
    Path classes = Files.createDirectories(folder.resolve("classes"));
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--release",
                release,
                "-Xlint:all,-options",
                "-Werror",
                CompiledSources.WITHOUT_WEAVING,
                "-classpath",
                ClassPath.join(ClassPath.ofTests()),
                "-processorpath",
                ClassPath.join(processorPath),
                "-d",
                classes.toString()));
    for (int i = 0; i < sources.length; i++) {
      Path file = folder.resolve("Source" + i + ".java");
      arguments.add(Files.writeString(file, sources[i]).toString());
    }
    return ForkedJvm.of("com.sun.tools.javac.Main", arguments.toArray(String[]::new))
        .classPath(List.of(folder)) // which javac would search for processors first
        .run(exitCode)
        .replaceAll("(?m)^Note: \\[SPL098].*\\R", "");
  }
}
