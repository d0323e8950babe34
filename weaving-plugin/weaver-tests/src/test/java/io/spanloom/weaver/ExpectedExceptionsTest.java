package io.spanloom.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Expected exceptions of workflows, sockets and composed annotations are results, not errors. */
final class ExpectedExceptionsTest {

  @Test
  void stepThatThrowsExpectedExceptionSucceeds() {
    ComparedRun compared =
        ComparedRun.run(
            "Shop",
            """
            import io.spanloom.*;
            public class Shop {
              static class SoldOut extends RuntimeException {}
              @WorkflowStep(expected = SoldOut.class) static void reserve(RuntimeException e) { throw e; }
              @WorkflowStep(expected = SoldOut.class, as = WorkflowStep.Form.EVENTS)
              static void pack(RuntimeException e) { throw e; }
              @Traced(expected = RuntimeException.class) static void work(RuntimeException e) {
                try { reserve(e); } catch (RuntimeException caught) { pack(e); }
              }
              public static Object run() {
                for (RuntimeException e : new RuntimeException[] {new SoldOut(), new IllegalStateException()}) {
                  try { work(e); } catch (RuntimeException caught) { /* the next one */ }
                }
                return 1;
              }
            }
            """);

    assertThat(compared.tree())
        .isEqualTo(
            """
            Shop.work [step.start {workflow.step.name=pack}]\
             [step.end {workflow.step.name=pack, workflow.step.outcome=success}]
              reserve {workflow.step.name=reserve, workflow.step.outcome=success}
            Shop.work [step.start {workflow.step.name=pack}]\
             [step.end {error.type=java.lang.IllegalStateException, workflow.step.name=pack,\
             workflow.step.outcome=error}]
              reserve ERROR {error.type=java.lang.IllegalStateException, workflow.step.name=reserve,\
             workflow.step.outcome=error} [exception {exception.type=java.lang.IllegalStateException}]
            """);
  }

  @Test
  void runThatThrowsExpectedExceptionIsNotContinuedByTheNextRun() {
    ComparedRun compared =
        ComparedRun.run(
            "Shop",
            """
            import io.spanloom.*;
            public class Shop {
              static class SoldOut extends RuntimeException {}
              @Workflow(value = "order", runId = "id", expected = SoldOut.class)
              static void order(String id, RuntimeException e) { reserve(); throw e; }
              @WorkflowStep static void reserve() {}
              public static Object run() {
                for (RuntimeException e : new RuntimeException[] {
                    new SoldOut(), new IllegalStateException(), new SoldOut()}) {
                  try { order("expected", e); } catch (RuntimeException caught) { /* the next one */ }
                }
                return 1;
              }
            }
            """);

    String run = "workflow.name=order, workflow.run.id=expected";
    assertThat(compared.tree())
        .isEqualTo(
            """
            order {%1$s}
              reserve {%1$s, workflow.step.attempt=1, workflow.step.name=reserve, workflow.step.outcome=success}
            order ERROR {error.type=java.lang.IllegalStateException, %1$s} [exception {exception.type=java.lang.IllegalStateException}]
              reserve {%1$s, workflow.step.attempt=1, workflow.step.name=reserve, workflow.step.outcome=success}
            order {%1$s}
              reserve {%1$s, workflow.step.attempt=2, workflow.step.name=reserve, workflow.step.outcome=success}
            """
                .formatted(run));
  }

  @Test
  void socketHandlersAndComposedAnnotationsNameExpectedExceptions() {
    ComparedRun compared =
        ComparedRun.run(
            "Chat",
            """
            import io.spanloom.*;
            import io.spanloom.socket.*;
            public class Chat {
              static class Refused extends RuntimeException {}
              @Traced(expected = IllegalArgumentException.class)
              @interface Handler { Class<? extends Throwable>[] expected() default {}; }

              @SocketConnect(expected = Refused.class) static void connected(RuntimeException e) { throw e; }
              @SocketEvent(value = "message", expected = {Refused.class, IllegalStateException.class})
              static void received(RuntimeException e) { throw e; }
              @SocketDisconnect(expected = Refused.class) static void left(RuntimeException e) { throw e; }
              @Handler(expected = Refused.class) static void composed(RuntimeException e) { throw e; }
              @Handler static void bare(RuntimeException e) { throw e; }

              interface Body { void run(RuntimeException e); }
              public static Object run() {
                for (Body body : new Body[] {Chat::connected, Chat::received, Chat::left, Chat::composed, Chat::bare}) {
                  for (RuntimeException e : new RuntimeException[] {new Refused(), new NumberFormatException()}) {
                    try { body.run(e); } catch (RuntimeException caught) { /* the next one */ }
                  }
                }
                return 1;
              }
            }
            """);

    assertThat(compared.tree().replaceAll(" \\[exception.*", "").replaceAll(", messaging.*}", "}"))
        .isEqualTo(
            """
            Chat.connected SERVER {messaging.system=websocket, socket.event=connect}
            Chat.connected SERVER ERROR {error.type=java.lang.NumberFormatException}
            Chat.received CONSUMER {messaging.system=websocket, socket.event=message}
            Chat.received CONSUMER ERROR {error.type=java.lang.NumberFormatException}
            Chat.left SERVER {messaging.system=websocket, socket.event=disconnect}
            Chat.left SERVER ERROR {error.type=java.lang.NumberFormatException}
            Chat.composed
            Chat.composed
            Chat.bare ERROR {error.type=Chat$Refused}
            Chat.bare
            """);
  }
}
