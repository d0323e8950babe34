package io.spanloom.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compiler;
import io.spanloom.support.JavaSources;
import java.io.IOException;
import java.io.UncheckedIOException;
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

/** What other processors write is waited for, and what they want to see is left to them. */
final class RoundsTest {

  private static final String TAKES_WHAT_COMES =
      """
      package shop;
      import io.spanloom.SpanAttribute;
      import io.spanloom.Traced;
      class Orders {
        @Traced void place(Written order, @SpanAttribute String id) {}
      }
      """;

  private static final String WRITTEN = "package shop;\nclass Written {}";

  @Test
  void aParameterOfATypeThatIsWrittenLaterIsWaitedFor() {
    Compiled compiled = compile(new Writer(WRITTEN), TAKES_WHAT_COMES);

    assertThat(compiled.errors()).isEmpty();
    assertThat(aspectOf("Orders", compiled))
        .isEqualTo(aspectOf("Orders", Compiled.of(TAKES_WHAT_COMES, WRITTEN)))
        .contains("execution(void shop.Orders.place(shop.Written, java.lang.String))");
  }

  @Test
  void aTypeThatIsWrittenInASecondRoundIsWaitedForToo() {
    Compiled compiled =
        compile(new Writer("package shop;\nclass First {}", WRITTEN), TAKES_WHAT_COMES);

    assertThat(compiled.errors()).isEmpty();
    assertThat(compiled.generated()).containsKey("shop/Orders_Spans.java");
  }

  @Test
  void aSuperclassThatIsWrittenLaterIsWaitedFor() {
    Compiled compiled =
        compile(
            new Writer("package shop;\nclass Base<T> {}"),
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
  void aSuperclassOfTheReturnedTypeThatIsWrittenLaterIsWaitedFor() {
    Compiled compiled =
        compile(
            new Writer(
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
              @Traced <T extends Object & Runnable & Mark<T>> T open() { return null; }
            }
            class Promise extends Half {}
            class Half extends Base<String> {}
            interface Mark<T> extends Comparable<T>, Later {}
            """,
            "package shop;\ninterface Later extends MoreOf<String> {}");

    assertThat(compiled.errors()).isEmpty();
    assertThat(aspectOf("Orders", compiled))
        .contains("PLACE.end(result)", "OPEN.end(result instanceof CompletionStage ?");
  }

  @Test
  void aTracedClassThatIsWrittenByAnotherProcessorIsTraced() {
    Compiled compiled =
        compile(
            new Writer(
                """
                package shop;
                class Written { @io.spanloom.Traced void place() {} }
                """),
            TAKES_WHAT_COMES);

    assertThat(compiled.errors()).isEmpty();
    assertThat(compiled.generated())
        .containsKeys("shop/Written_Spans.java", "shop/Orders_Spans.java");
  }

  @Test
  void aTypeThatNobodyWritesIsLeftForJavacToReport() {
    Compiled compiled =
        compile(
            new Writer("package shop;\nclass Other { @io.spanloom.Traced void place() {} }"),
            TAKES_WHAT_COMES);

    assertThat(compiled.complaints()).isEmpty();
    assertThat(compiled.errors()).hasSize(1);
    assertThat(compiled.errors().get(0).getMessage(null)).contains("cannot find symbol", "Written");
    assertThat(compiled.errors().get(0).getLineNumber()).isEqualTo(5);
    assertThat(compiled.result().notes())
        .as("the other class is traced all the same")
        .anyMatch(note -> note.getMessage(null).startsWith("[SPL098] 1 traced method in 1 class."));
  }

  @Test
  void aSuperclassOfTheReturnedTypeThatNobodyWritesIsLeftForJavacToReport() {
    Compiled compiled =
        Compiled.of(
            """
            package shop;
            import io.spanloom.Traced;
            class Orders {
              @Traced Promise place() { return null; }
            }
            class Promise extends Missing {}
            """);

    assertThat(compiled.complaints()).isEmpty();
    assertThat(compiled.errors()).hasSize(1);
    assertThat(compiled.errors().get(0).getLineNumber()).isEqualTo(6);
  }

  @Test
  void noAnnotationIsClaimed() {
    Writer other = new Writer();
    Compiled compiled =
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
    assertThat(other.seen)
        .contains(
            "io.spanloom.Traced",
            "io.spanloom.SpanAttribute",
            "io.spanloom.WorkflowStep",
            "io.spanloom.AICall");
  }

  private static Compiled compile(Writer other, String... sources) {
    Compiler javac = Compiled.javac(new SpansProcessor(), other);
    return Compiled.by(javac, sources);
  }

  private static String aspectOf(String type, Compiled compiled) {
    return compiled.generated().getOrDefault("shop/" + type + "_Spans.java", "");
  }

  /** Writes a source in each round, and notes what annotations it was shown. */
  static final class Writer extends AbstractProcessor {

    private final Iterator<String> sources;
    private final List<String> seen = new ArrayList<>();

    Writer(String... sources) {
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
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      annotations.forEach(annotation -> seen.add(annotation.getQualifiedName().toString()));
      if (sources.hasNext()) {
        String text = sources.next();
        String path = JavaSources.file(text).toUri().getPath();
        String name = path.substring(1).replace(".java", "").replace('/', '.');
        try {
          JavaFileObject file = processingEnv.getFiler().createSourceFile(name);
          try (java.io.Writer writer = file.openWriter()) {
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
