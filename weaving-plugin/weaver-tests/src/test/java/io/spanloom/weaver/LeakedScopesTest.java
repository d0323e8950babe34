package io.spanloom.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SuppressedLogs.class)
final class LeakedScopesTest {

  private static final String IMPORTS =
      """
      import io.opentelemetry.api.trace.*;
      import io.opentelemetry.context.*;
      import io.spanloom.*;
      import java.util.*;
      import java.util.concurrent.*;
      """;

  /** Runs each body inside {@code around}, then calls {@code next}. */
  private static final String CALLS =
      """
        static final ContextKey<String> KEY = ContextKey.named("key");
        static final List<Scope> SCOPES = new ArrayList<>();
        static Scope open(String value) {
          Scope scope = Context.current().with(KEY, value).makeCurrent();
          SCOPES.add(scope);
          return scope;
        }
        interface Body { Object run() throws Exception; }
        @Traced("around") static Object around(Body body) {
          Object result;
          try { result = body.run(); } catch (Exception e) { result = e; }
          next();
          return result;
        }
        @Traced("next") static void next() {}
        public static Object run() {
          List<Object> results = new ArrayList<>();
          for (Body body : bodies()) { results.add(around(body)); }
          SCOPES.forEach(Scope::close);
          Context.root().makeCurrent();
          return results;
        }
      }
      """;

  @Test
  void closesScopesThatBodyLeavesOpen() {
    ComparedRun compared =
        ComparedRun.run(
            "Leaking",
            IMPORTS
                + """
                public class Leaking {
                  @Traced("leak") static int leak(int scopes) {
                    for (int i = 0; i < scopes; i++) { open("leaked"); }
                    inner();
                    return scopes;
                  }
                  @Traced("leak") static int leakAndThrow() { leak(1); open("leaked"); throw new IllegalStateException("leak"); }
                  @Traced("leak") static int leakBySpan() {
                    SCOPES.add(Span.getInvalid().makeCurrent());
                    SCOPES.add(Context.root().makeCurrent());
                    return leak(1);
                  }
                  @Traced("leak") static int leakDown(int n) {
                    open("leaked");
                    return n == 0 ? 0 : leakDown(n - 1) + 1;
                  }
                  @WorkflowStep(value = "step", as = WorkflowStep.Form.EVENTS) static int step() { open("leaked"); return leak(1); }
                  @Traced("stage") static CompletableFuture<String> stage() {
                    open("leaked");
                    return CompletableFuture.completedFuture("done");
                  }
                  @Traced("inner") static void inner() {}
                  static List<Body> bodies() {
                    return List.of(() -> leak(1), () -> leak(3), Leaking::leakAndThrow, Leaking::leakBySpan,
                        () -> leakDown(2), Leaking::step, () -> stage().join());
                  }
                """
                + CALLS);

    String error =
        "leak ERROR {error.type=java.lang.IllegalStateException} [exception"
            + " {exception.message=leak, exception.type=java.lang.IllegalStateException}]";
    String steps =
        " [step.start {workflow.step.name=step}]"
            + " [step.end {workflow.step.name=step, workflow.step.outcome=success}]";
    assertThat(compared.tree())
        .isEqualTo(
            """
            around
              leak
                inner
              next
            around
              leak
                inner
              next
            around
              %s
                leak
                  inner
              next
            around
              leak
              next
            leak
              inner
            around
              leak
                leak
                  leak
              next
            around%s
              leak
                inner
              next
            around
              stage
              next
            """
                .formatted(error, steps));
  }

  @Test
  void bodyThatClosesOtherScopesDoesNotAffectOuterCall() {
    ComparedRun compared =
        ComparedRun.run(
            "Closing",
            IMPORTS
                + """
                public class Closing {
                  @Traced("close") static int twice() {
                    Scope scope = open("own");
                    scope.close();
                    scope.close();
                    inner();
                    return 1;
                  }
                  @Traced("open") static Scope leak() { return open("left to others"); }
                  @Traced("close") static int ofTheCallBefore() { Scope left = leak(); inner(); left.close(); inner(); return 2; }
                  @Traced("close") static int ofTheCaller(Scope callers) { callers.close(); inner(); return 3; }
                  @Traced("close") static int outOfOrder() {
                    Scope first = open("first");
                    Scope second = open("second");
                    first.close();
                    inner();
                    second.close();
                    inner();
                    return 4;
                  }
                  @Traced("close") static int thrownAway(Scope callers) {
                    callers.close();
                    Context.root().makeCurrent();
                    throw new IllegalArgumentException();
                  }
                  @WorkflowStep(value = "step", as = WorkflowStep.Form.EVENTS) static int step(Scope callers) {
                    callers.close();
                    Context.root().makeCurrent();
                    return 5;
                  }
                  @Traced("inner") static void inner() {}
                  static List<Body> bodies() {
                    return List.of(Closing::twice, Closing::ofTheCallBefore, () -> ofTheCaller(open("caller's")),
                        Closing::outOfOrder, () -> thrownAway(open("caller's")), () -> step(open("caller's")));
                  }
                """
                + CALLS);

    assertThat(compared.tree().replaceAll(" [\\[{].*", ""))
        .isEqualTo(
            """
            around
              close
                inner
              next
            around
              close
                open
                inner
                inner
              next
            around
              close
                inner
              next
            around
              close
                inner
                inner
              next
            around
              close ERROR
              next
            around
              next
            """);
  }
}
