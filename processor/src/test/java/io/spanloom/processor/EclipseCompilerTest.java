package io.spanloom.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.processor.check.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.Diagnostic.Kind;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs the processor in Eclipse's compiler, which Eclipse and Visual Studio Code use. */
@Tag("slow")
final class EclipseCompilerTest {

  private static final Path GOLDEN = Path.of("src/test/resources/golden");

  /**
   * The codes whose sources need a changed javac or its options, and SPL003: Eclipse's compiler
   * does not show processors the annotations on members of annotation types.
   */
  private static final Set<String> ONLY_IN_JAVAC =
      Set.of("SPL003", "SPL009", "SPL016", "SPL034", "SPL099");

  @TempDir private Path folder;

  static List<String> inputs() throws IOException {
    return GeneratedSourceTest.inputs();
  }

  static Stream<InvalidSource> invalidSources() {
    return DiagnosticsTest.invalidSources().stream()
        .filter(invalid -> !ONLY_IN_JAVAC.contains(invalid.code().toString()));
  }

  @ParameterizedTest
  @MethodSource("inputs")
  void generatesSameSourceAsInJavac(String input) throws IOException {
    EclipseCompilation compiled =
        EclipseCompilation.of(folder, Files.readString(GOLDEN.resolve("input").resolve(input)));

    assertThat(compiled.errors()).isEmpty();
    assertThat(compiled.generated()).isNotEmpty();
    for (String name : compiled.generated().keySet()) {
      assertThat(compiled.generated().get(name).replace(ProjectVersion.VALUE, "(version)"))
          .isEqualTo(Files.readString(GOLDEN.resolve("expected").resolve(name)));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("invalidSources")
  void reportsSameProblemsAsInJavac(InvalidSource invalid) throws IOException {
    EclipseCompilation compiled = EclipseCompilation.of(folder, invalid.plainSources());

    List<Diagnostic<? extends JavaFileObject>> messages =
        compiled.messages().stream()
            .filter(message -> message.getKind() != Kind.NOTE || invalid.kind() == Kind.NOTE)
            .filter(
                message -> invalid.code() == Code.GENERATED || !DiagnosticsTest.isSummary(message))
            .toList();
    assertThat(messages.stream().map(EclipseCompilerTest::summary))
        .as("messages: %s", messages)
        .containsExactlyInAnyOrderElementsOf(
            invalid.expectedSummaries().stream()
                .map(summary -> withoutColumn(summary, messages))
                .toList());
    assertThat(messages).allMatch(message -> message.getMessage(null).contains(invalid.text()));
  }

  private static String summary(Diagnostic<?> message) {
    return DiagnosticsTest.summary(message).replaceFirst(":-?\\d+$", "");
  }

  /**
   * Removes the column, which is that of a value's name in Eclipse's compiler, and the line of a
   * record component and of a message without a position, which it does not know.
   */
  private static String withoutColumn(
      String summary, List<Diagnostic<? extends JavaFileObject>> messages) {
    String line = summary.replaceFirst(":-?\\d+$", "");
    return messages.stream().allMatch(message -> message.getLineNumber() == 0)
        ? line.replaceFirst("-?\\d+$", "0")
        : line;
  }

  @Test
  void recognizesAccessors() throws IOException {
    EclipseCompilation compiled =
        EclipseCompilation.of(
            folder,
            """
            package shop;
            @io.spanloom.Traced
            public class Orders {
              private String name = "x"; static int count; Orders next;
              public String a() { return name; }
              public String b() { /* the name */ return this.name; // {
              }
              public void c(String other) { this.name = other; }
              public void d() { count = 7; }
              public String e() { return "a;\\"b"; }
              public boolean f() { return true; }
              public char g() { return '\\''; }
              public void h() {}
              public Object i() { return null; }
              @io.spanloom.Traced public record Pair(int left, int right) {}
              public String workA() { return name + name; }
              public String workB() { return name.trim(); }
              public String workC() { return next.next.name; }
              public int workD() { return -1; }
              public void workE() { count += 1; }
              public void workF() { name = "a" + name; }
              public void workG() { System.gc(); }
            }
            """);

    assertThat(compiled.errors()).isEmpty();
    assertThat(compiled.generated()).containsOnlyKeys("shop/Orders_Spans.java");
    assertThat(
            Pattern.compile("void start(\\w+)").matcher(compiled.generated().toString()).results())
        .extracting(found -> found.group(1))
        .containsExactly("WorkA", "WorkB", "WorkC", "WorkD", "WorkE", "WorkF", "WorkG");
  }

  @Test
  void notesThatSpansRequireWeaving() throws IOException {
    EclipseCompilation compiled =
        EclipseCompilation.of(
            folder,
            """
            package shop;
            import io.spanloom.Traced;
            class Orders {
              @Traced void place() {}
            }
            """,
            """
            package shop;
            import io.spanloom.Traced;
            class Carts {
              @Traced void open() {}
            }
            """);

    assertThat(compiled.errors()).isEmpty();
    assertThat(compiled.messages()).hasSize(1);
    assertThat(compiled.messages().get(0).getMessage(null))
        .startsWith("[SPL098] 2 traced methods in 2 classes. This compilation does not weave them");
  }
}
