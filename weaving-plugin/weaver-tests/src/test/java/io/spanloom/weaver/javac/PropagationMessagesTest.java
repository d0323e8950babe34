package io.spanloom.weaver.javac;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import javax.tools.Diagnostic;
import javax.tools.Diagnostic.Kind;
import javax.tools.ForwardingJavaFileObject;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The messages of javac about classes that propagate the context, and their positions. */
@Tag("slow")
final class PropagationMessagesTest {

  private static final String HEADER =
      """
      package shop;
      import io.spanloom.PropagateContext;
      import java.util.*;
      import java.util.concurrent.*;
      import java.util.function.*;
      import java.util.stream.*;
      """;

  @TempDir Path folder;

  private Compilation compilation(String source) {
    return Compilation.in(folder).source("shop/Shop.java", source);
  }

  /** Returns position and text of the warnings and errors of a class, without its header. */
  private List<String> problems(String source, String... options) {
    return compilation(HEADER + source).options(options).run().diagnostics().stream()
        .filter(diagnostic -> diagnostic.getKind() != Kind.NOTE)
        .map(
            diagnostic ->
                "%s:%s: %s"
                    .formatted(
                        diagnostic.getLineNumber() - HEADER.lines().count(),
                        diagnostic.getColumnNumber(),
                        diagnostic.getMessage(Locale.ROOT)))
        .toList();
  }

  @Test
  void countsChangedCalls() {
    Compilation.Result result =
        compilation(
                HEADER
                    + """
                    @PropagateContext class Shop {
                      void go(Executor e) { e.execute(() -> {}); CompletableFuture.runAsync(() -> {}); }
                    }
                    """)
            .run();

    assertThat(result.diagnostics())
        .extracting(Diagnostic::getKind, each -> each.getMessage(Locale.ROOT))
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                Kind.NOTE, "[SPL098] 2 calls propagate the context to another thread."));
  }

  @Test
  void warnsAtAnnotationWithoutEffect() {
    assertThat(problems("final\n @PropagateContext class Shop { void go() {} }"))
        .containsExactly(
            "2:2: [SPL240] @PropagateContext has no effect on shop.Shop, because the code of the class"
                + " hands no task to another thread; remove the annotation, or move it to the class"
                + " that calls the executor.");
  }

  @Test
  void warnsAtNestedAnnotationWithoutEffectInCoveredClass() {
    String warning =
        "[SPL240] @PropagateContext has no effect on shop.Shop$Inner$Nested, because the code of the"
            + " class hands no task to another thread; remove the annotation, or move it to the class"
            + " that calls the executor.";
    String nested =
        """
        class Shop {
          static class Inner {
            @PropagateContext static class Nested {}
          }
        }
        """;

    assertThat(problems(nested, "-Aspanloom.propagateContext=true"))
        .containsExactly("3:5: " + warning);
    assertThat(
            Compilation.in(folder.resolve("package"))
                .source("shop/Shop.java", HEADER + nested)
                .source("shop/package-info.java", "@io.spanloom.PropagateContext package shop;")
                .run()
                .diagnostics())
        .extracting(Diagnostic::getKind, each -> each.getMessage(Locale.ROOT))
        .containsExactly(org.assertj.core.groups.Tuple.tuple(Kind.WARNING, warning));
  }

  @Test
  void doesNotWarnAboutPackageOrOptionWithoutEffect() {
    assertThat(problems("class Shop { }", "-Aspanloom.propagateContext=true")).isEmpty();
    assertThat(
            Compilation.in(folder.resolve("package"))
                .source("shop/Shop.java", "package shop;\nclass Shop { void fork() { fork(); } }")
                .source("shop/package-info.java", "@io.spanloom.PropagateContext package shop;")
                .run()
                .diagnostics())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          new Timer().schedule(job, 1);            | 25 | Timer.schedule             | a TimerTask cannot
          list.parallelStream().count();           | 24 | List.parallelStream        | the functions of a parallel
          list.stream().parallel().count();        | 27 | Stream.parallel            | the functions of a parallel
          new Job().fork();                        | 19 | Shop.Job.fork              | a ForkJoinTask cannot
          new ForkJoinPool().invoke(new Job());    | 30 | ForkJoinPool.invoke        | a ForkJoinTask cannot
          ForkJoinTask.invokeAll(work, work);      | 27 | ForkJoinTask.invokeAll     | a ForkJoinTask cannot
          thread.start();                          | 17 | Thread.start               | the thread is not built
          Consumer<Thread> c = Thread::start;      | 26 | Thread.start               | the thread is not built
          Object o = (Consumer<Runnable> & java.io.Serializable) pool::execute; | 60 | Executor.execute | a serializable method
          """)
  void warnsAtCallThatCannotCarryContext(String statement, int column, String call, String reason) {
    assertThat(
            problems(
                """
                @PropagateContext class Shop {
                  static class Job extends RecursiveAction { protected void compute() {} }
                  void go(TimerTask job, List<String> list, Thread thread, Job work, Executor pool) {
                    if (true) {
                    %s
                    }
                  }
                }
                """
                    .formatted(statement)))
        .singleElement()
        .asString()
        .startsWith(
            "5:%s: [SPL219] The call of %s in shop.Shop, line 11, does not carry the current context to"
                    .formatted(column, call)
                + " the other thread, because "
                + reason)
        .endsWith(" To accept this, add @SuppressWarnings(\"SPL219\").");
  }

  @Test
  void readsSourceOnceForAllWarnings() {
    assertThat(readsOfSourceWith(5)).isEqualTo(readsOfSourceWith(1));
  }

  /** Compiles a class with calls that are reported; returns how often javac read its source. */
  private int readsOfSourceWith(int calls) {
    AtomicInteger reads = new AtomicInteger();
    String source =
        "@PropagateContext class Shop { void go(List<?> list) {\n%s}}"
            .formatted("list.parallelStream();\n".repeat(calls));
    Compilation.Result result =
        compilation(HEADER + source)
            .sourceFiles(
                file ->
                    new ForwardingJavaFileObject<JavaFileObject>(file) {
                      @Override
                      public CharSequence getCharContent(boolean ignoreEncodingErrors)
                          throws IOException {
                        reads.incrementAndGet();
                        return super.getCharContent(ignoreEncodingErrors);
                      }
                    })
            .run();
    assertThat(result.messages(Kind.WARNING)).hasSize(calls);
    return reads.get();
  }

  @Test
  void suppressesWarningAboutCall() {
    assertThat(
            problems(
                """
                @PropagateContext class Shop {
                  @SuppressWarnings("SPL219") long go(List<String> list) { return list.parallelStream().count(); }
                }
                """))
        .isEmpty();
  }

  @Test
  void reportsAnnotatedClassThatProcessorDoesNotSee() {
    assertThat(
            problems(
                """
                class Shop {
                  @io.spanloom.Traced void go() {
                    @PropagateContext class Local { }
                    new Local();
                  }
                }
                """))
        .singleElement()
        .asString()
        .contains(
            "[SPL241] Class shop.Shop$1Local is annotated with @PropagateContext but does not propagate"
                + " the context, because annotation processors do not see local and anonymous classes;"
                + " annotate the enclosing class.");
  }

  @Test
  void reportsTakenNameOfDeclaration() {
    assertThat(problems("@PropagateContext class Shop { }\nclass Shop_Context { }"))
        .singleElement()
        .asString()
        .startsWith("1:")
        .contains(
            "[SPL014] Class Shop_Context, which declares that shop.Shop propagates the context,");
  }
}
