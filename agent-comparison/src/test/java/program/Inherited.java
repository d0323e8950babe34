package program;

import io.opentelemetry.instrumentation.annotations.WithSpan;
import java.util.function.Supplier;

/** Annotations on methods that are overridden or implemented. */
class Inherited {

  static void run() {
    Scenario.of("inherited: interface method", new Implementing()::implemented);
    Scenario.of("inherited: default method, overridden", new Implementing()::overridden);
    Scenario.of("inherited: overridden, not annotated", new NotAnnotated()::method);
    Scenario.of("inherited: overridden, annotated", new Annotated()::method);
    Scenario.of("inherited: overridden, calls super", new CallingSuper()::method);
    Scenario.of("inherited: not overridden", new NotOverriding()::method);
    Scenario.of("inherited: abstract method", new Concrete()::declaredAbstract);
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

  static class NotAnnotated extends Base {
    @Override
    void method() {}
  }

  static class Annotated extends Base {
    @Override
    @WithSpan
    void method() {}
  }

  static class CallingSuper extends Base {
    @Override
    @WithSpan
    void method() {
      super.method();
    }
  }

  static class NotOverriding extends Base {}

  abstract static class Abstract {
    @WithSpan
    abstract void declaredAbstract();
  }

  static class Concrete extends Abstract {
    @Override
    void declaredAbstract() {}
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
