package program;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;

/** A piece of the program inside a span made by hand, which says how the piece ended. */
public final class Scenario {

  private static final Tracer TRACER = GlobalOpenTelemetry.getTracer("program");

  private Scenario() {}

  /** What is run. */
  public interface Body {
    /** Returns what is noted as the outcome, null for nothing. */
    Object run() throws Throwable;
  }

  /** What is run and has no outcome but its end. */
  public interface Action {
    void run() throws Throwable;
  }

  /** Runs a piece that has no outcome. */
  public static void of(String name, Action action) {
    returning(
        name,
        () -> {
          action.run();
          return null;
        });
  }

  /** Runs a piece that has an outcome. */
  public static void returning(String name, Body body) {
    Span span = TRACER.spanBuilder(name).startSpan();
    Scope scope = span.makeCurrent();
    try {
      Object outcome = body.run();
      if (outcome != null) {
        span.setAttribute("outcome", outcome.toString());
      }
    } catch (Throwable thrown) {
      span.setAttribute("outcome", "threw " + thrown.getClass().getName());
    } finally {
      scope.close();
      span.end();
    }
  }
}
