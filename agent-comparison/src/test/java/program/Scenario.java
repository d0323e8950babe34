package program;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;

/** Runs a part of the program inside a manual span, which records the outcome. */
public final class Scenario {

  private static final Tracer TRACER = GlobalOpenTelemetry.getTracer("program");

  private Scenario() {}

  /** A part of the program that has an outcome. */
  public interface Body {
    /** Returns the outcome to record, or null for none. */
    Object run() throws Throwable;
  }

  /** A part of the program that has no outcome. */
  public interface Action {
    void run() throws Throwable;
  }

  /** Runs a part that has no outcome. */
  public static void of(String name, Action action) {
    returning(
        name,
        () -> {
          action.run();
          return null;
        });
  }

  /** Runs a part that has an outcome. */
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
