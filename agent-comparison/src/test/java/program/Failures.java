package program;

import io.opentelemetry.instrumentation.annotations.WithSpan;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** Calls that throw. */
class Failures {

  static void run() {
    Failures failures = new Failures();
    fail(failures, "unchecked", new IllegalStateException("unchecked"));
    fail(failures, "checked", new IOException("checked"));
    fail(failures, "Error", new AssertionError("error"));
    fail(failures, "StackOverflowError", new StackOverflowError("overflow"));
    fail(failures, "without a message", new IllegalStateException());
    fail(failures, "with a cause", new IllegalStateException("outer", new IOException("inner")));
    fail(failures, "of a nested class", new Own());
    IOException cause = new IOException("cause");
    fail(failures, "CompletionException", new CompletionException("wrapped", cause));
    fail(failures, "ExecutionException", new ExecutionException("wrapped", cause));
    fail(failures, "InvocationTargetException", new InvocationTargetException(cause));
    fail(failures, "UndeclaredThrowableException", new UndeclaredThrowableException(cause));
    fail(failures, "InterruptedException", new InterruptedException("interrupted"));
    Scenario.of("failure: through two spans", failures::outer);
    Scenario.of("failure: caught inside", failures::catches);
  }

  private static void fail(Failures failures, String name, Throwable thrown) {
    Scenario.of("failure: " + name, () -> failures.fail(thrown));
  }

  @WithSpan
  void fail(Throwable thrown) throws Throwable {
    throw thrown;
  }

  @WithSpan
  void outer() throws Throwable {
    fail(new IllegalStateException("inner"));
  }

  @WithSpan
  void catches() {
    try {
      fail(new IllegalStateException("inner"));
    } catch (Throwable thrown) {
      // the surrounding span is unaffected
    }
  }

  /** A nested class, whose binary name contains a dollar sign. */
  static final class Own extends RuntimeException {
    private static final long serialVersionUID = 1;

    Own() {
      super("own");
    }
  }
}
