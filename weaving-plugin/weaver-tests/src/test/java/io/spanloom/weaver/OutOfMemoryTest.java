package io.spanloom.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class OutOfMemoryTest {

  @Test
  void propagatesErrorAndContinues() {
    ComparedRun compared =
        ComparedRun.run(
            "Huge",
            """
            import io.spanloom.*;
            import java.util.*;
            import java.util.concurrent.*;
            public class Huge {
              static long[][] rows;
              @Traced("huge") static int array() { return new long[Integer.MAX_VALUE].length; }
              @Traced("huge") static Object matrix(@SpanAttribute int n) { rows = new long[n][Integer.MAX_VALUE]; return rows; }
              @Traced("huge") static Object cloned() { return new ArrayList<>(Collections.nCopies(Integer.MAX_VALUE, "")); }
              @Traced("huge") static Object down(int n) {
                try { return n == 0 ? array() : down(n - 1); } finally { leaf(); }
              }
              @Traced("huge") static Object caught() {
                try { return down(1); } catch (OutOfMemoryError e) { return leaf(); }
              }
              @WorkflowStep("huge") static Object step() { return array(); }
              @WorkflowStep(value = "huge", as = WorkflowStep.Form.EVENTS) static Object events() { return array(); }
              @Traced("huge") static CompletableFuture<Object> stage() {
                return CompletableFuture.failedFuture(new OutOfMemoryError("of a stage"));
              }
              @AICall(provider = "p", name = "huge", operation = AICall.Operation.INVOKE_AGENT)
              static Object agent() { throw new OutOfMemoryError("prompt"); }
              @Traced("made") Huge() { array(); }
              @Traced("leaf") static int leaf() { return 1; }
              interface Body { Object run() throws Throwable; }
              @Traced("around") static Object around(Body body) {
                Object result;
                try { result = body.run(); } catch (Throwable e) { result = e.toString(); }
                leaf();
                return result;
              }
              public static Object run() {
                List<Object> results = new ArrayList<>();
                for (Body body : List.<Body>of(Huge::array, () -> matrix(2), Huge::cloned, () -> down(1), Huge::caught,
                    Huge::step, Huge::events, () -> stage().join(), Huge::agent, Huge::new)) {
                  results.add(around(body));
                }
                return results;
              }
            }
            """);

    assertThat(compared.outcome()).startsWith("returned [java.lang.OutOfMemoryError: ");
    assertThat(compared.tree().replaceAll("( ERROR)? [\\[{].*", "$1"))
        .isEqualTo(
            """
            around
              huge ERROR
              leaf
            around
              huge ERROR
              leaf
            around
              huge ERROR
              leaf
            around
              huge ERROR
                huge ERROR
                  huge ERROR
                  leaf
                leaf
              leaf
            around
              huge
                huge ERROR
                  huge ERROR
                    huge ERROR
                    leaf
                  leaf
                leaf
              leaf
            around
              huge ERROR
                huge ERROR
              leaf
            around
              huge ERROR
              leaf
            around
              huge ERROR
              leaf
            around
              invoke_agent huge ERROR
              leaf
            around
              made ERROR
                huge ERROR
              leaf
            """);
    assertThat(compared.tree()).doesNotContain("prompt");
  }
}
