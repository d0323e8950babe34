package io.spanloom.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The classes that propagate the context: the innermost annotation decides, then the option. */
final class PropagationScopeTest {

  private static final List<String> OPTION = List.of("-Aspanloom.propagateContext=true");

  private static String type(String annotation, String name) {
    return """
        package shop;
        import io.spanloom.PropagateContext;
        import java.util.concurrent.*;
        %s class %s { void go(Executor executor) { executor.execute(() -> {}); } }
        """
        .formatted(annotation, name)
        .replace("\n class", "\nclass");
  }

  private static int calls(Program program) {
    return program.weaveResult().propagatingCalls();
  }

  @Test
  void packageAnnotationCoversItsTypes() {
    String annotated = "@io.spanloom.PropagateContext package shop;";

    assertThat(calls(Program.compile(annotated, type("", "Shop"), type("", "Other")))).isEqualTo(2);
    assertThat(calls(Program.compile(annotated, type("@PropagateContext(false)", "Shop"))))
        .isZero();
    assertThat(
            calls(
                Program.compile(
                    annotated, type("", "Shop").replace("package shop", "package shop.sub"))))
        .isZero();
  }

  @Test
  void optionCoversWholeCompilation() {
    assertThat(calls(Program.compile(OPTION, type("", "Shop"), type("", "Other")))).isEqualTo(2);
    assertThat(calls(Program.compile(List.of("-Aspanloom.propagateContext=false"), type("", "S"))))
        .isZero();
    assertThat(calls(Program.compile(type("", "Shop")))).isZero();
    assertThat(
            calls(
                Program.compile(
                    OPTION,
                    "@io.spanloom.PropagateContext(false) package shop;",
                    type("", "Exempt"),
                    type("@PropagateContext", "Shop"))))
        .isEqualTo(1);
  }

  @Test
  void innermostAnnotationDecides() {
    Program program =
        Program.compile(
            """
            package shop;
            import io.spanloom.PropagateContext;
            import java.util.concurrent.*;
            @PropagateContext class Shop {
              void one(Executor e) { e.execute(() -> {}); }
              static class Inner {
                Object two(Executor e) { return new Object() {{ e.execute(() -> {}); }}; }
              }
              @PropagateContext(false) static class Background {
                void none(Executor e) { e.execute(() -> {}); }
                Object neither(Executor e) { return new Object() {{ e.execute(() -> {}); }}; }
                @PropagateContext static class Again {
                  void three(Executor e) { e.execute(() -> {}); }
                }
              }
            }
            """,
            type("", "Shop$Other"));

    assertThat(calls(program)).isEqualTo(3);
  }

  @Test
  void staticTypeOfReceiverDecides() {
    Program program =
        Program.compile(
            """
            package shop;
            import io.spanloom.PropagateContext;
            import java.util.*;
            import java.util.concurrent.*;
            import java.util.function.*;
            @PropagateContext class Shop {
              interface NoExecutor { void execute(Runnable task); void submit(Callable<?> task); }
              static class Step { void start() {} Step fork() { return this; } void runAsync(Runnable r) {} }
              interface OwnExecutor extends Executor { void submit(Runnable task, long when); }
              void go(NoExecutor none, Step step, List<Runnable> list, Runnable task, OwnExecutor own) {
                none.execute(task);
                none.submit(() -> 1);
                step.start();
                step.fork().runAsync(task);
                list.remove(task);
                new Thread(task);
                Executors.newFixedThreadPool(1, each -> new Thread(each));
                Executors.newFixedThreadPool(1, Thread::new);
                own.submit(task, 1L);
              }
            }
            """);

    WeaveResult result = program.weaveResult();
    assertThat(result.propagatingCalls()).isEqualTo(1);
    assertThat(result.warnings()).isEmpty();
  }

  @Test
  void deletesDeclarationOfDeletedClass() {
    Program program = Program.compile(type("@PropagateContext", "Shop"));
    program.delete("shop.Shop");

    assertThat(calls(program)).isZero();
    assertThat(Files.exists(program.classFile("shop.Shop_Context"))).isFalse();
  }

  @Test
  void reportsAnnotatedClassWithoutDeclaration() throws Throwable {
    Program program = Program.compile("package shop;\nclass Plain {}");
    program.add(List.of(), false, type("@PropagateContext", "Shop"));
    program.add(List.of(), false, type("@PropagateContext(false)", "Exempt"));

    assertThat(FailedWeaving.of(program).toString())
        .isEqualTo(
            "[SPL241] Class shop.Shop is annotated with @PropagateContext but does not propagate the"
                + " context, because the annotation processor did not run; add spanloom-processor to"
                + " the compiler's annotation processor path.");
  }
}
