package program;

import io.opentelemetry.instrumentation.annotations.WithSpan;
import java.util.function.Supplier;

/** Annotations on methods that are overridden or implemented. */
class Inherited {

  static void run() {
    Scenario.of("inherited: interface method", new Implementing()::implemented);
    Scenario.of("inherited: default method, overridden", new Implementing()::overridden);
    Scenario.of("inherited: overridden, not annotated", new Silent()::method);
    Scenario.of("inherited: overridden, annotated", new Telling()::method);
    Scenario.of("inherited: overridden, calls super", new Calling()::method);
    Scenario.of("inherited: not overridden", new Bare()::method);
    Scenario.of("inherited: abstract method", new Concrete()::demanded);
    Scenario.returning("inherited: bridge method", () -> ((Supplier<?>) new Bridged()).get());
    Scenario.returning("inherited: past the bridge method", () -> new Bridged().get());
    Scenario.of("inherited: of a package-private class", new Public()::method);
  }

  interface Face {
    @WithSpan
    void implemented();

    @WithSpan
    default void overridden() {}
  }

  static class Implementing implements Face {
    @Override
    public void implemented() {}

    @Override
    public void overridden() {}
  }

  static class Base {
    @WithSpan
    void method() {}
  }

  static class Silent extends Base {
    @Override
    void method() {}
  }

  static class Telling extends Base {
    @Override
    @WithSpan
    void method() {}
  }

  static class Calling extends Base {
    @Override
    @WithSpan
    void method() {
      super.method();
    }
  }

  static class Bare extends Base {}

  abstract static class Abstract {
    @WithSpan
    abstract void demanded();
  }

  static class Concrete extends Abstract {
    @Override
    void demanded() {}
  }

  static class Bridged implements Supplier<String> {
    @Override
    @WithSpan
    public String get() {
      return "got";
    }
  }

  /** Declares public methods for which javac generates bridges in public subclasses. */
  static class Hidden {
    @WithSpan
    public void method() {}
  }

  public static class Public extends Hidden {}
}
