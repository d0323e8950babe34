package program.agent;

import io.opentelemetry.instrumentation.annotations.WithSpan;
import program.Scenario;

/** Methods that javac does not pass to annotation processors. */
class Unseen {

  static void run() {
    Scenario.of("unseen: anonymous class", Unseen::anonymous);
    Scenario.of("unseen: local class", Unseen::local);
    Scenario.of("unseen: enum constant's body", Choice.BODY::method);
  }

  private static void anonymous() {
    new Object() {
      @WithSpan
      void method() {}
    }.method();
  }

  private static void local() {
    class Local {
      @WithSpan
      void method() {}
    }
    new Local().method();
  }

  enum Choice {
    BODY {
      @Override
      @WithSpan
      void method() {}
    };

    abstract void method();
  }
}
