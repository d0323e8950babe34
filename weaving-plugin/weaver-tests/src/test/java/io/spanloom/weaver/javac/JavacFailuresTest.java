package io.spanloom.weaver.javac;

import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.processor.SpansProcessor;
import io.spanloom.weaver.AspectState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic.Kind;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compilations that fail, and those whose classes javac cannot weave. */
@Tag("slow")
final class JavacFailuresTest {

  private static final String ORDERS =
      """
      package shop;
      import io.spanloom.Traced;
      public class Orders {
        @Traced void place(String id) {}
      }
      """;

  private static final String PLAIN = "package shop;\npublic class Plain {}\n";

  @TempDir Path folder;

  @Test
  void failsIfFileManagerRejectsWovenClasses() {
    Compilation.Result result =
        orders().fileManager(files -> new MemoryFileManager(files).refuseResources()).run();

    assertThat(result.success()).isFalse();
    assertThat(result.messages(Kind.ERROR)).hasSize(1).first().asString().startsWith("[SPL211] ");
  }

  @Test
  void warnsIfClassesAreNotInOutputFolder() {
    Compilation.Result result = orders().withoutOutputFolder().run();

    assertThat(result.success()).isTrue();
    assertThat(result.messages(Kind.WARNING))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("[SPL216] ")
        .contains("-d");
  }

  @Test
  void deletesTracedClassIfAnotherClassHasErrors() {
    Compilation compilation =
        orders().source("shop/Wrong.java", "package shop;\nclass Wrong { int number = \"\"; }\n");

    Compilation.Result result = compilation.run();

    assertThat(result.success()).isFalse();
    assertThat(result.messages(Kind.ERROR)).hasSize(1).first().asString().contains("incompatible");
    for (AspectState aspect : read(compilation.output())) {
      assertThat(aspect.woven()).isEqualTo(aspect.methods());
    }
    assertThat(Files.exists(compilation.output().resolve("shop/Orders.class")))
        .isEqualTo(Files.exists(compilation.output().resolve("shop/Orders_Spans.class")));
  }

  @Test
  void pointsAtAnnotationOfMethodThatCannotBeWoven() {
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < 5_460; i++) {
      body.append("    n += Math.abs(n) * 1234567 + n;\n");
    }
    Compilation compilation =
        Compilation.in(folder)
            .source(
                "shop/Long.java",
                "package shop;\nclass Long {\n\n  @io.spanloom.Traced\n  int sum(int n) {\n"
                    + body
                    + "    return n;\n  }\n}\n");

    Compilation.Result result = compilation.run();

    assertThat(result.success()).isFalse();
    assertThat(result.messages(Kind.ERROR)).hasSize(1).first().asString().startsWith("[SPL210] ");
    assertThat(result.diagnostics())
        .filteredOn(diagnostic -> diagnostic.getKind() == Kind.ERROR)
        .first()
        .satisfies(
            diagnostic -> {
              assertThat(diagnostic.getSource().getName()).endsWith("Long.java");
              assertThat(diagnostic.getLineNumber()).isEqualTo(4);
              assertThat(diagnostic.getColumnNumber()).isEqualTo(3);
            });
    assertThat(compilation.output().resolve("shop/Long.class")).doesNotExist();
  }

  @Test
  void reportsAnnotatedMethodOfAnonymousClass() {
    Compilation.Result result =
        Compilation.in(folder)
            .source(
                "shop/Orders.java",
                """
                package shop;
                class Orders {
                  Runnable task = new Runnable() {
                    @io.spanloom.Traced @Override public void run() {}
                  };
                }
                """)
            .run();

    assertThat(result.success()).isFalse();
    assertThat(result.messages(Kind.ERROR)).hasSize(1).first().asString().startsWith("[SPL201] ");
  }

  @Test
  void reportsTracedClassThatIsGeneratedInLastRound() {
    Compilation.Result result =
        Compilation.in(folder)
            .source("shop/Plain.java", PLAIN)
            .processor(new LateProcessor())
            .run();

    assertThat(result.success()).isFalse();
    assertThat(result.messages(Kind.ERROR))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("[SPL202] ")
        .contains("last round");
  }

  /** The plugin starts although no processor runs, and its offer stays unused. */
  @Test
  void doesNotWeaveForAnEarlierCompilationOfTheThread() throws Exception {
    orders().options("-proc:none").run();

    Compilation.Result result =
        Compilation.in(folder.resolve("next"))
            .source("shop/Orders.java", ORDERS)
            .fileManager(standard -> new IsolatedProcessorPath(standard, List.of()))
            .processor(new SpansProcessor())
            .run();

    assertThat(result.messages(Kind.NOTE))
        .singleElement()
        .asString()
        .startsWith("[SPL098] 1 traced method in 1 class. This compilation does not weave them");
  }

  @Test
  void reportsMissingAspectjWithoutCrash() throws Exception {
    String printed = orders().processorPath(Compilation.classPathWithoutAspectj()).runInNewJvm();

    assertThat(printed).contains("error: [SPL299] ").doesNotContain("\tat ").endsWith("1\n");
  }

  private Compilation orders() {
    return Compilation.in(folder).source("shop/Orders.java", ORDERS);
  }

  private static List<AspectState> read(Path classes) {
    try {
      return AspectState.read(classes);
    } catch (Exception failure) {
      throw new AssertionError(failure);
    }
  }

  /** Generates a traced class when processing is over. */
  private static final class LateProcessor extends ForwardingProcessor {
    private ProcessingEnvironment environment;

    @Override
    public void init(ProcessingEnvironment actual) {
      super.init(actual);
      environment = actual;
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      super.process(annotations, round);
      if (round.processingOver()) {
        try (var out = environment.getFiler().createSourceFile("shop.Late").openWriter()) {
          out.write("package shop;\nclass Late { @io.spanloom.Traced void run() {} }\n");
        } catch (IOException failure) {
          throw new AssertionError(failure);
        }
      }
      return false;
    }
  }
}
