package io.spanloom.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Paths that lead over types which are written later, or are nowhere. */
final class PathRoundsTest {

  private static final String ORDERS =
      """
      package shop;
      import io.spanloom.SpanAttribute;
      import io.spanloom.Traced;
      class Orders {
        Written written() { return null; }
        @Traced
        @SpanAttribute(value = "city", from = "this.written().address().city()")
        void place() {}
      }
      """;

  private static final String WRITTEN =
      "package shop;\nclass Written { Address address() { return null; } }";
  private static final String ADDRESS = "package shop;\nrecord Address(String city) {}";

  @Test
  void aPathOverTypesThatAreWrittenLaterIsWaitedFor() {
    Compiled compiled =
        Compiled.by(
            Compiled.javac(new SpansProcessor(), new RoundsTest.Writer(WRITTEN, ADDRESS)), ORDERS);

    assertThat(compiled.errors()).isEmpty();
    assertThat(compiled.generated().get("shop/Orders_Spans.java"))
        .isEqualTo(Compiled.of(ORDERS, WRITTEN, ADDRESS).generated().get("shop/Orders_Spans.java"))
        .contains("Address address = written == null ? null : written.address();");
  }

  @Test
  void aPathOverATypeThatIsNowhereIsLeftToJavac() {
    Compiled compiled = Compiled.of(ORDERS, WRITTEN);

    assertThat(compiled.errors()).isNotEmpty();
    assertThat(compiled.complaints()).isEmpty();
  }

  @Test
  void aPathOverATypeThatALibraryLacksIsSaid(@TempDir Path library) throws IOException {
    Compiled.by(
            Compiled.javac(),
            "package lib;\npublic class Client { public Gone gone() { return null; } }",
            "package lib;\npublic class Gone { public int code; }")
        .storeClasses(library, Set.of("lib/Gone.class"));

    Compiled compiled =
        Compiled.by(
            Compiled.javac(new SpansProcessor()).withClasspath(Compiled.classPathAnd(library)),
            """
            package shop;
            import io.spanloom.SpanAttribute;
            import io.spanloom.Traced;
            class Orders {
              @Traced void place(@SpanAttribute(from = "gone().code") lib.Client client) {}
            }
            """);

    List<? extends Diagnostic<?>> said = compiled.complaints();
    assertThat(said).hasSize(1);
    assertThat(said.get(0).getMessage(null))
        .startsWith("[SPL020] Type lib.Gone, which the path 'client.gone().code' leads over,")
        .contains("Add the library that has it");
    assertThat(said.get(0).getLineNumber()).isEqualTo(5);
  }
}
