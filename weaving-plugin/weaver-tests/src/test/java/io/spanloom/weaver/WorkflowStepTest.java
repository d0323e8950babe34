package io.spanloom.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

final class WorkflowStepTest {

  @Test
  void stepIsChildSpanWithOutcome() {
    ComparedRun compared =
        ComparedRun.run(
            "Flow",
            """
            import io.spanloom.*;
            public class Flow {
              @Traced static void flow() {
                check("o-1");
                try { pay(0); } catch (IllegalStateException e) { /* goes on */ }
              }
              @WorkflowStep static void check(@SpanAttribute("order.id") String id) { inner(); }
              @WorkflowStep(value = "payment", workflow = "checkout") static int pay(int amount) {
                if (amount == 0) { throw new IllegalStateException("nothing to pay"); }
                return amount;
              }
              @Traced static void inner() {}
              public static Object run() { flow(); return pay(1); }
            }
            """);

    assertThat(compared.tree())
        .isEqualTo(
            """
            Flow.flow
              check {order.id=o-1, workflow.step.name=check, workflow.step.outcome=success}
                Flow.inner
              payment ERROR {error.type=java.lang.IllegalStateException, workflow.name=checkout,\
             workflow.step.count=1, workflow.step.index=1, workflow.step.name=payment,\
             workflow.step.outcome=error}\
             [exception {exception.message=nothing to pay, exception.type=java.lang.IllegalStateException}]
            payment {workflow.name=checkout, workflow.step.count=1, workflow.step.index=1,\
             workflow.step.name=payment, workflow.step.outcome=success}
            """);
    assertThat(compared.functions()).contains("Flow.check", "Flow.pay");
  }

  @Test
  void stepAsEventsAddsEventPairToEnclosingSpan() {
    ComparedRun compared =
        ComparedRun.run(
            "Events",
            """
            import io.spanloom.*;
            public class Events {
              @Traced static void flow() {
                outer(1);
                try { failing(); } catch (IllegalStateException e) { /* goes on */ }
              }
              @WorkflowStep(value = "outer", workflow = "w", as = WorkflowStep.Form.EVENTS)
              static void outer(int depth) { if (depth > 0) { outer(depth - 1); } spanInside(); }
              @WorkflowStep(as = WorkflowStep.Form.EVENTS) static void failing() { throw new IllegalStateException("no"); }
              @Traced static void spanInside() {}
              public static Object run() { outer(0); flow(); return 1; }
            }
            """);

    String outer =
        "workflow.name=w, workflow.step.count=1, workflow.step.index=1, workflow.step.name=outer";
    String ended = outer + ", workflow.step.outcome=success";
    assertThat(compared.tree())
        .isEqualTo(
            """
            outer {%2$s} [step.start {%1$s}] [step.end {%2$s}]
              Events.spanInside
            Events.flow\
             [step.start {%1$s}] [step.start {%1$s}] [step.end {%2$s}] [step.end {%2$s}]\
             [step.start {workflow.step.name=failing}]\
             [step.end {error.type=java.lang.IllegalStateException, workflow.step.name=failing,\
             workflow.step.outcome=error}]
              Events.spanInside
              Events.spanInside
            """
                .formatted(outer, ended));
    SpanData flow = compared.spans().get(2);
    assertThat(flow.getEvents())
        .extracting(
            event -> event.getAttributes().get(AttributeKey.stringKey("code.function.name")))
        .containsExactly(
            "Events.outer",
            "Events.outer",
            "Events.outer",
            "Events.outer",
            "Events.failing",
            "Events.failing");
  }

  @Test
  void stepEndsWhenReturnedStageCompletes() throws Throwable {
    ClassLoader program =
        Program.compile(
                """
                import io.spanloom.*;
                import java.util.concurrent.*;
                public class Later {
                  @WorkflowStep static CompletionStage<?> span(CompletionStage<?> s) { return s; }
                  @WorkflowStep(as = WorkflowStep.Form.EVENTS) static CompletableFuture<?> events(CompletableFuture<?> s) {
                    return s;
                  }
                  @Traced static void around(CompletableFuture<?> s) {
                    events(s);
                    s.completeExceptionally(new IllegalStateException("late"));
                  }
                }
                """)
            .weave()
            .load();
    try (Traces traces = Traces.record()) {
      CompletableFuture<String> good = new CompletableFuture<>();
      CompletableFuture<String> bad = new CompletableFuture<>();
      CompletableFuture<String> cancelled = new CompletableFuture<>();
      Program.invoke(program, "Later", "span", good);
      Program.invoke(program, "Later", "span", bad);
      Program.invoke(program, "Later", "span", cancelled);
      assertThat(traces.names()).isEmpty();
      good.complete("good");
      bad.completeExceptionally(new IllegalStateException("bad"));
      cancelled.cancel(false);

      assertThat(traces.tree())
          .isEqualTo(
              """
              span {workflow.step.name=span, workflow.step.outcome=success}
              span ERROR {error.type=java.lang.IllegalStateException, workflow.step.name=span,\
               workflow.step.outcome=error}\
               [exception {exception.message=bad, exception.type=java.lang.IllegalStateException}]
              span {spanloom.cancelled=true, workflow.step.name=span, workflow.step.outcome=cancelled}
              """);
    }
    try (Traces traces = Traces.record()) {
      Program.invoke(program, "Later", "around", new CompletableFuture<>());

      assertThat(traces.tree())
          .isEqualTo(
              """
              Later.around [step.start {workflow.step.name=events}]\
               [step.end {error.type=java.lang.IllegalStateException, workflow.step.name=events,\
               workflow.step.outcome=error}]
              """);
    }
  }

  @Test
  void stepAsEventsGetsSpanWithoutEnclosingSpan() throws Throwable {
    ClassLoader program =
        Program.compile(
                """
                import io.spanloom.*;
                public class Alone {
                  @WorkflowStep(as = WorkflowStep.Form.EVENTS) static String f() { return "f"; }
                }
                """)
            .weave()
            .load();
    try (Traces traces = Traces.record()) {
      assertThat(Program.invoke(program, "Alone", "f")).isEqualTo("f");
      assertThat(traces.tree())
          .isEqualTo(
              """
              f {workflow.step.name=f, workflow.step.outcome=success}\
               [step.start {workflow.step.name=f}]\
               [step.end {workflow.step.name=f, workflow.step.outcome=success}]
              """);
    }
  }
}
