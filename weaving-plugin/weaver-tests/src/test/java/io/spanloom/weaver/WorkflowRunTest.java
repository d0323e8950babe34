package io.spanloom.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Steps in runs: their IDs, attempts and order, over threads and deferred results. */
final class WorkflowRunTest {

  private static final String SHOP =
      """
      import io.spanloom.*;
      import java.util.concurrent.*;
      public class Shop {
        public record Order(long number, int tries) {}

        @Workflow(value = "checkout", runId = "order.number()")
        static void checkOut(Order order) throws Exception {
          reserve();
          for (int i = 0; i < 2; i++) {
            try { charge(i); } catch (IllegalStateException e) { /* tries again */ }
          }
          Executor other = io.opentelemetry.context.Context.current().wrap(
              (Executor) task -> { Thread t = new Thread(task); t.start(); join(t); });
          other.execute(Shop::pack);
        }
        static void join(Thread t) {
          try { t.join(); } catch (InterruptedException e) { throw new IllegalStateException(e); }
        }
        @WorkflowStep(workflow = "checkout") static void reserve() {}
        @WorkflowStep(workflow = "checkout", after = "reserve") static void charge(int i) {
          if (i == 0) { throw new IllegalStateException("declined"); }
        }
        @WorkflowStep(workflow = "checkout", after = "charge", as = WorkflowStep.Form.EVENTS)
        static void pack() { inside(); }
        @Traced static void inside() {}

        public static Object run() throws Exception { checkOut(new Order(7, 0)); return 1; }
      }
      """;

  @Test
  void stepsOfRunShareIdOverThreadsAndCountAttempts() {
    ComparedRun compared = ComparedRun.run("Shop", SHOP);

    String run = "workflow.name=checkout, workflow.run.id=7";
    String pack =
        "%s, workflow.step.attempt=1, workflow.step.count=3, workflow.step.index=3, workflow.step.name=pack"
            .formatted(run);
    assertThat(compared.tree())
        .isEqualTo(
            """
            checkout {%1$s} [step.start {%2$s}] [step.end {%2$s, workflow.step.outcome=success}]
              reserve {%1$s, workflow.step.attempt=1, workflow.step.count=3, workflow.step.index=1,\
             workflow.step.name=reserve, workflow.step.outcome=success}
              charge ERROR {error.type=java.lang.IllegalStateException, %1$s, workflow.step.attempt=1,\
             workflow.step.count=3, workflow.step.index=2, workflow.step.name=charge,\
             workflow.step.outcome=error}\
             [exception {exception.message=declined, exception.type=java.lang.IllegalStateException}]
              charge {%1$s, workflow.step.attempt=2, workflow.step.count=3, workflow.step.index=2,\
             workflow.step.name=charge, workflow.step.outcome=success}
              Shop.inside
            """
                .formatted(run, pack));
  }

  @Test
  void stepTakesRunAndAttemptFromPaths() {
    ComparedRun compared =
        ComparedRun.run(
            "Paths",
            """
            import io.spanloom.*;
            public class Paths {
              record Order(String id, Integer tries) {}
              @WorkflowStep(workflow = "w", runId = "order.id()", attempt = "order.tries()")
              static void span(Order order) { inner(); }
              @WorkflowStep(workflow = "w", runId = "order.id()", as = WorkflowStep.Form.EVENTS)
              static void events(Order order) { inner(); }
              @WorkflowStep static void inner() {}
              public static Object run() {
                span(new Order("a", 5));
                span(new Order("a", null));
                span(new Order(null, 1));
                span(null);
                events(new Order("b", 1));
                return 1;
              }
            }
            """);

    String step = "workflow.step.count=2, workflow.step.index=%s, workflow.step.name=%s";
    String span = step.formatted(1, "span") + ", workflow.step.outcome=success}";
    String events = step.formatted(2, "events");
    String inner = "workflow.step.name=inner, workflow.step.outcome=success}";
    assertThat(compared.tree())
        .isEqualTo(
            """
            span {workflow.name=w, workflow.run.id=a, workflow.step.attempt=5, %1$s
              inner {workflow.name=w, workflow.run.id=a, workflow.step.attempt=1, %2$s
            span {workflow.name=w, workflow.run.id=a, workflow.step.attempt=2, %1$s
              inner {workflow.name=w, workflow.run.id=a, workflow.step.attempt=2, %2$s
            span {workflow.name=w, workflow.step.attempt=1, %1$s
              inner {%2$s
            span {workflow.name=w, %1$s
              inner {%2$s
            events {workflow.name=w, workflow.run.id=b, workflow.step.attempt=1, %3$s, workflow.step.outcome=success}\
             [step.start {workflow.name=w, workflow.run.id=b, workflow.step.attempt=1, %3$s}]\
             [step.end {workflow.name=w, workflow.run.id=b, workflow.step.attempt=1, %3$s, workflow.step.outcome=success}]
              inner {workflow.name=w, workflow.run.id=b, workflow.step.attempt=1, %2$s
            """
                .formatted(span, inner, events));
  }

  @Test
  void stepThatStartsTooEarlyIsReported() throws Throwable {
    ClassLoader program =
        Program.compile(
                """
                import io.spanloom.*;
                import java.util.concurrent.*;
                public class Early {
                  @WorkflowStep(workflow = "w") static CompletableFuture<?> first(CompletableFuture<?> f) {
                    return f;
                  }
                  @WorkflowStep(workflow = "w", after = "first") static void second() {}
                  @WorkflowStep(workflow = "w", after = "second", as = WorkflowStep.Form.EVENTS)
                  static void third() {}
                  @Workflow(value = "w") static CompletableFuture<?> flow(CompletableFuture<?> f) {
                    third();
                    CompletableFuture<?> first = first(f);
                    second();
                    third();
                    return first;
                  }
                }
                """)
            .weave()
            .load();
    try (Traces traces = Traces.record()) {
      CompletableFuture<String> pending = new CompletableFuture<>();
      Program.invoke(program, "Early", "flow", pending);
      assertThat(traces.names()).containsExactly("second");
      pending.complete("done");

      String third =
          "workflow.name=w, %sworkflow.step.count=3, workflow.step.index=3, workflow.step.name=third";
      assertThat(traces.tree())
          .contains(
              "[step.out_of_order {workflow.step.name=third, workflow.step.out_of_order=[second]}]",
              "[step.start {"
                  + third.formatted("workflow.step.attempt=1, ")
                  + ", workflow.step.out_of_order=[second]}]",
              "[step.start {" + third.formatted("workflow.step.attempt=2, ") + "}]",
              "second {workflow.name=w, workflow.step.attempt=1, workflow.step.count=3,"
                  + " workflow.step.index=2, workflow.step.name=second,"
                  + " workflow.step.out_of_order=[first], workflow.step.outcome=success}"
                  + " [step.out_of_order {workflow.step.name=second,"
                  + " workflow.step.out_of_order=[first]}]");
    }
  }

  @Test
  void excludedStepIsReplacedByThoseBeforeIt() throws Throwable {
    ClassLoader program =
        Program.compile(
                List.of("-Aspanloom.exclude=shop.B"),
                """
                package shop;
                public class Flow {
                  @io.spanloom.WorkflowStep(workflow = "w") static void a() {}
                  @io.spanloom.WorkflowStep(workflow = "w", after = "b") static void c() {}
                  @io.spanloom.Workflow("w") static void flow() { B.b(); c(); a(); B.b(); c(); }
                }
                """,
                """
                package shop;
                class B { @io.spanloom.WorkflowStep(workflow = "w", after = "a") static void b() {} }
                """)
            .weave()
            .load();
    assertStepAfterExcludedOneWaitsForThoseBeforeIt(program);
  }

  @Test
  void excludedStepOfDependencyIsReplacedByThoseBeforeIt() throws Throwable {
    Program program =
        Program.compile(
            List.of("-Aspanloom.exclude=lib.Lib.b"),
            """
            package lib;
            public class Lib {
              @io.spanloom.WorkflowStep(workflow = "w") public static void a() {}
              @io.spanloom.WorkflowStep(workflow = "w", after = "a") public static void b() {}
            }
            """);
    program.add(
        List.of(),
        true,
        """
        package shop;
        import static lib.Lib.*;
        public class Flow {
          @io.spanloom.WorkflowStep(workflow = "w", after = "b") static void c() {}
          @io.spanloom.Workflow("w") static void flow() { b(); c(); a(); b(); c(); }
        }
        """);

    assertStepAfterExcludedOneWaitsForThoseBeforeIt(program.weave().load());
  }

  private static void assertStepAfterExcludedOneWaitsForThoseBeforeIt(ClassLoader program)
      throws Throwable {
    try (Traces traces = Traces.record()) {
      Program.invoke(program, "shop.Flow", "flow");
      assertThat(traces.spans())
          .filteredOn(span -> span.getName().equals("c"))
          .extracting(
              span ->
                  span.getAttributes()
                      .get(AttributeKey.stringArrayKey("workflow.step.out_of_order")))
          .containsExactly(List.of("a"), null);
    }
  }
}
