package io.spanloom.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Paths over types that are generated later or that are missing. */
final class PathRoundsTest {

  private static final String ORDERS =
      """
      package shop;
      import io.spanloom.SpanAttribute;
      import io.spanloom.Traced;
      class Orders {
        Generated generated() { return null; }
        @Traced
        @SpanAttribute(value = "city", from = "this.generated().address().city()")
        void place() {}
      }
      """;

  private static final String GENERATED =
      "package shop;\nclass Generated { Address address() { return null; } }";
  private static final String ADDRESS = "package shop;\nrecord Address(String city) {}";

  @Test
  void waitsForGeneratedTypesOfPath() {
    CompiledSources compiled =
        CompiledSources.by(
            CompiledSources.javac(
                new SpansProcessor(), new RoundsTest.SourceGenerator(GENERATED, ADDRESS)),
            ORDERS);

    assertThat(compiled.errors()).isEmpty();
    assertThat(compiled.generated().get("shop/Orders_Spans.java"))
        .isEqualTo(
            CompiledSources.of(ORDERS, GENERATED, ADDRESS)
                .generated()
                .get("shop/Orders_Spans.java"))
        .contains("Address address = generated == null ? null : generated.address();");
  }

  @Test
  void leavesMissingTypeOfSourceToJavac() {
    CompiledSources compiled = CompiledSources.of(ORDERS, GENERATED);

    assertThat(compiled.errors()).isNotEmpty();
    assertThat(compiled.problems()).isEmpty();
  }

  @Test
  void reportsMissingTypeOfLibrary(@TempDir Path library) throws IOException {
    CompiledSources.by(
            CompiledSources.javac(),
            "package lib;\npublic class Client { public Missing missing() { return null; } }",
            "package lib;\npublic class Missing { public int code; }")
        .storeClasses(library, Set.of("lib/Missing.class"));

    CompiledSources compiled =
        CompiledSources.by(
            CompiledSources.javac(new SpansProcessor())
                .withClasspath(CompiledSources.classPathWith(library)),
            """
            package shop;
            import io.spanloom.SpanAttribute;
            import io.spanloom.Traced;
            class Orders {
              @Traced void place(@SpanAttribute(from = "missing().code") lib.Client client) {}
            }
            """);

    List<? extends Diagnostic<?>> problems = compiled.problems();
    assertThat(problems).hasSize(1);
    assertThat(problems.get(0).getMessage(null))
        .startsWith(
            "[SPL020] Type lib.Missing in path 'client.missing().code' is not on the class path.")
        .contains("Add the library that contains it, or choose another path.");
    assertThat(problems.get(0).getLineNumber()).isEqualTo(5);
  }
}
