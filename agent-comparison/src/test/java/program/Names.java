package program;

import io.opentelemetry.instrumentation.annotations.WithSpan;

/** Names of spans, also in nested types. */
class Names {

  static void run() {
    Scenario.of("name: nested class", new Nested()::method);
    Scenario.of("name: class nested twice", new Nested.Deeper()::method);
    Scenario.of("name: inner class", new Names().new Inner()::method);
    Scenario.of("name: enum", Choice.PLAIN::method);
    Scenario.of("name: record", new Pair("a")::method);
    Scenario.of("name: interface, default", new Implementing()::byDefault);
    Scenario.of("name: interface, static", Face::ofInterface);
    Scenario.of("name: interface, private", new Implementing()::callsPrivate);
    Scenario.of("name: dollar in a class", new Do$llar()::method);
    Scenario.of("name: dollar in a method", new Do$llar()::dol$lar);
    Scenario.of("name: not ASCII", new NotAscii()::höhe);
  }

  static class Nested {
    @WithSpan
    void method() {}

    static class Deeper {
      @WithSpan
      void method() {}
    }
  }

  class Inner {
    @WithSpan
    void method() {}
  }

  enum Choice {
    PLAIN;

    @WithSpan
    void method() {}
  }

  record Pair(String one) {
    @WithSpan
    void method() {}
  }

  interface Face {
    @WithSpan
    default void byDefault() {}

    @WithSpan
    static void ofInterface() {}

    default void callsPrivate() {
      hidden();
    }

    @WithSpan
    private void hidden() {}
  }

  static class Implementing implements Face {}

  static class Do$llar {
    @WithSpan
    void method() {}

    @WithSpan
    void dol$lar() {}
  }

  static class NotAscii {
    @WithSpan
    void höhe() {}
  }
}
