package io.spanloom.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.processor.check.Code;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.Diagnostic.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each message comes with its code, at the exact place, and says how to mend things. */
final class DiagnosticsTest {

  static List<Wrong> wrongs() {
    return Stream.of(
            WrongMethods.ALL,
            WrongNames.ALL,
            WrongAttributes.ALL,
            WrongPaths.ALL,
            WrongBulk.ALL,
            WrongSecrets.ALL,
            WrongParents.ALL,
            WrongSpans.ALL,
            WrongAspectContexts.ALL)
        .flatMap(List::stream)
        .toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrongs")
  void isSaidAtItsPlaceWithItsRemedy(Wrong wrong) {
    Compiled compiled = wrong.compile();

    assertThat(compiled.errors()).as("errors of javac").allMatch(Compiled::isOurs);
    List<? extends Diagnostic<?>> said =
        compiled.result().diagnostics().stream()
            .filter(Compiled::isOurs)
            .filter(each -> each.getKind() != Kind.NOTE || wrong.kind() == Kind.NOTE)
            .toList();
    assertThat(said.stream().map(DiagnosticsTest::summary))
        .as("messages: %s", said)
        .containsExactlyInAnyOrderElementsOf(wrong.expected());
    assertThat(said).allMatch(each -> each.getMessage(null).contains(wrong.remedy()));
    assertThat(compiled.succeeded()).isEqualTo(wrong.kind() != Kind.ERROR);
  }

  @Test
  void everyCodeIsShownToBeSaid() {
    assertThat(wrongs().stream().map(Wrong::code).distinct())
        .containsExactlyInAnyOrder(Code.values());
  }

  @Test
  void noTwoCodesAreOne() {
    assertThat(Arrays.stream(Code.values()).map(Code::toString)).doesNotHaveDuplicates();
  }

  private static String summary(Diagnostic<?> said) {
    String code = said.getMessage(null).replaceFirst("(?s)^\\[(SPL\\d+)].*", "$1");
    return Wrong.said(said.getKind(), code, said.getLineNumber(), said.getColumnNumber());
  }
}
