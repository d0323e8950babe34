package io.spanloom.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compiler;
import io.spanloom.support.JavaSources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** Interaction with other annotation processors. */
final class RoundsTest {

  private static final String ORDERS =
      """
      package shop;
      import io.spanloom.SpanAttribute;
      import io.spanloom.Traced;
      class Orders {
        @Traced void place(Generated order, @SpanAttribute String id) {}
      }
      """;

  private static final String GENERATED = "package shop;\nclass Generated {}";

  @Test
  void waitsForGeneratedParameterType() {
    CompiledSources compiled = compile(new SourceGenerator(GENERATED), ORDERS);

    assertThat(compiled.errors()).isEmpty();
    assertThat(aspectOf("Orders", compiled))
        .isEqualTo(aspectOf("Orders", CompiledSources.of(ORDERS, GENERATED)))
        .contains("execution(void shop.Orders.place(shop.Generated, java.lang.String))");
  }

  @Test
  void waitsForTypeGeneratedInSecondRound() {
    CompiledSources compiled =
        compile(new SourceGenerator("package shop;\nclass First {}", GENERATED), ORDERS);

    assertThat(compiled.errors()).isEmpty();
    assertThat(compiled.generated()).containsKey("shop/Orders_Spans.java");
  }

  @Test
  void waitsForGeneratedSuperclass() {
    CompiledSources compiled =
        compile(
            new SourceGenerator("package shop;\nclass Base<T> {}"),
            """
            package shop;
            import io.spanloom.Traced;
            class Orders {
              static class Inner extends Base<String> {
                @Traced void place() {}
              }
            }
            """);

    assertThat(compiled.errors()).isEmpty();
    assertThat(compiled.generated()).containsKey("shop/Orders$Inner_Spans.java");
  }

  @Test
  void waitsForGeneratedSupertypesOfReturnType() {
    CompiledSources compiled =
        compile(
            new SourceGenerator(
                """
                package shop;
                class Base<T> extends java.util.concurrent.CompletableFuture<T> {}
                interface MoreOf<T> extends java.util.concurrent.CompletionStage<T> {}
                """),
            """
            package shop;
            import io.spanloom.Traced;
            class Orders {
              @Traced Promise place() { return null; }
              @Traced <T extends Object & Runnable & Marker<T>> T open() { return null; }
            }
            class Promise extends Half {}
            class Half extends Base<String> {}
            interface Marker<T> extends Comparable<T>, Later {}
            """,
            "package shop;\ninterface Later extends MoreOf<String> {}");

    assertThat(compiled.errors()).isEmpty();
    assertThat(aspectOf("Orders", compiled))
        .contains("PLACE.end(result)", "OPEN.end(result instanceof CompletionStage ?");
  }

  @Test
  void tracesGeneratedClass() {
    CompiledSources compiled =
        compile(
            new SourceGenerator(
                """
                package shop;
                class Generated { @io.spanloom.Traced void place() {} }
                """),
            ORDERS);

    assertThat(compiled.errors()).isEmpty();
    assertThat(compiled.generated())
        .containsKeys("shop/Generated_Spans.java", "shop/Orders_Spans.java");
  }

  @Test
  void leavesMissingTypeToJavac() {
    CompiledSources compiled =
        compile(
            new SourceGenerator(
                "package shop;\nclass Other { @io.spanloom.Traced void place() {} }"),
            ORDERS);

    assertThat(compiled.problems()).isEmpty();
    assertThat(compiled.errors()).hasSize(1);
    assertThat(compiled.errors().get(0).getMessage(null))
        .contains("cannot find symbol", "Generated");
    assertThat(compiled.errors().get(0).getLineNumber()).isEqualTo(5);
    assertThat(compiled.result().notes())
        .as("the note about the other class")
        .anyMatch(note -> note.getMessage(null).startsWith("[SPL098] 1 traced method in 1 class."));
  }

  @Test
  void leavesMissingSuperclassOfReturnTypeToJavac() {
    CompiledSources compiled =
        CompiledSources.of(
            """
            package shop;
            import io.spanloom.Traced;
            class Orders {
              @Traced Promise place() { return null; }
            }
            class Promise extends Missing {}
            """);

    assertThat(compiled.problems()).isEmpty();
    assertThat(compiled.errors()).hasSize(1);
    assertThat(compiled.errors().get(0).getLineNumber()).isEqualTo(6);
  }

  @Test
  void claimsNoAnnotationsIfOtherProcessorFollows() {
    SourceGenerator other = new SourceGenerator();
    CompiledSources compiled =
        compile(
            other,
            """
            package shop;
            import io.spanloom.*;
            class Orders {
              @Traced void a(@SpanAttribute String id) {}
              @WorkflowStep void b() {}
              @AICall(provider = "x", operation = AICall.Operation.EXECUTE_TOOL) void c() {}
            }
            """);

    assertThat(compiled.errors()).isEmpty();
    assertThat(other.annotations)
        .contains(
            "io.spanloom.Traced",
            "io.spanloom.SpanAttribute",
            "io.spanloom.WorkflowStep",
            "io.spanloom.AICall");
  }

  private static CompiledSources compile(SourceGenerator other, String... sources) {
    Compiler javac = CompiledSources.javac(new SpansProcessor(), other);
    return CompiledSources.by(javac, sources);
  }

  private static String aspectOf(String type, CompiledSources compiled) {
    return compiled.generated().getOrDefault("shop/" + type + "_Spans.java", "");
  }

  /** Generates one source per round and records the annotations that it receives. */
  static final class SourceGenerator extends AbstractProcessor {

    private final Iterator<String> sources;
    private final List<String> annotations = new ArrayList<>();

    SourceGenerator(String... sources) {
      this.sources = List.of(sources).iterator();
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return Set.of("*");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latest();
    }

    @Override
    public boolean process(Set<? extends TypeElement> received, RoundEnvironment round) {
      received.forEach(annotation -> annotations.add(annotation.getQualifiedName().toString()));
      if (sources.hasNext()) {
        String text = sources.next();
        String path = JavaSources.file(text).toUri().getPath();
        String name = path.substring(1).replace(".java", "").replace('/', '.');
        try {
          JavaFileObject file = processingEnv.getFiler().createSourceFile(name);
          try (Writer writer = file.openWriter()) {
            writer.write(text);
          }
        } catch (IOException failure) {
          throw new UncheckedIOException(failure);
        }
      }
      return false;
    }
  }
}
