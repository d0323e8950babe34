package io.spanloom.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.JavaFileObjects;
import io.spanloom.processor.check.Code;
import io.spanloom.support.JavaSources;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documentation shows is what the compiler takes, and what it says of it. */
@Tag("slow")
final class DocumentedExamplesTest {

  /** What depends on more than a source. */
  private static final Set<Code> WITHOUT_EXAMPLE =
      EnumSet.of(Code.NO_RUNTIME, Code.NOT_WRITTEN, Code.GENERATED, Code.INTERNAL);

  static Stream<DocumentedExample> written() {
    return DocumentedExample.all()
        .filter(example -> example.written().isEmpty() && !example.isModule());
  }

  static Stream<DocumentedExample> generated() {
    return DocumentedExample.all().filter(example -> example.written().isPresent());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("written")
  void saysWhatItsCommentsSay(DocumentedExample example) {
    assertThat(said(compile(example)))
        .as("what is said of the block at %s", example)
        .containsExactlyInAnyOrderElementsOf(example.expected());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("generated")
  void isWhatIsGeneratedForTheBlockBefore(DocumentedExample example) {
    String generated =
        DocumentedExample.withoutSpace(
            String.join("\n", compile(example.written().orElseThrow()).generated().values()));

    assertThat(generated).as("lines of %s", example).containsSubsequence(example.generatedLines());
  }

  @Test
  void everyCodeHasAnExample() {
    String expected =
        DocumentedExample.of("docs/diagnostics.md").stream()
            .flatMap(example -> example.expected().stream())
            .collect(Collectors.joining("\n"));

    assertThat(Arrays.stream(Code.values()).filter(code -> !WITHOUT_EXAMPLE.contains(code)))
        .allMatch(code -> expected.contains(code.toString()));
  }

  private static Compiled compile(DocumentedExample example) {
    Compiled result = null;
    for (String source : example.sources()) {
      Compiled next = compile(source);
      if (result == null || next.errorsOfJavac().size() < result.errorsOfJavac().size()) {
        result = next;
      }
      if (result.errorsOfJavac().isEmpty()) {
        break;
      }
    }
    return Objects.requireNonNull(result);
  }

  private static Compiled compile(String source) {
    return new Compiled(
        Compiled.javac(new SpansProcessor())
            .compile(JavaSources.file(source), JavaFileObjects.forResource("docs/Shop.java")));
  }

  private static List<String> said(Compiled compiled) {
    return compiled.result().diagnostics().stream()
        .filter(said -> said.getKind() != Diagnostic.Kind.NOTE)
        .map(DocumentedExamplesTest::summary)
        .toList();
  }

  private static String summary(Diagnostic<? extends JavaFileObject> said) {
    String message = said.getMessage(null);
    return Compiled.isOurs(said)
        ? DocumentedExample.said(said.getLineNumber(), message.substring(1, message.indexOf(']')))
        : "line " + said.getLineNumber() + ": " + message;
  }
}
