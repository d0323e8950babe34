package io.spanloom.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sources that look as if something were wrong with them, and that are traced all the same. */
final class RightSourceTest {

  private record Right(String what, String... sources) {
    @Override
    public String toString() {
      return what;
    }
  }

  static List<Right> rights() {
    return List.of(
        new Right(
            "an enum that only subclasses see is an attribute",
            """
            package shop;
            import io.spanloom.SpanAttribute;
            import io.spanloom.Traced;
            class Orders extends base.Base {
              @Traced void place(@SpanAttribute Level level) {}
            }
            """,
            "package base;\npublic class Base {\n  protected enum Level { LOW }\n}"),
        new Right(
            "types that only subclasses see are parameters and results",
            """
            package shop;
            import io.spanloom.Traced;
            class Orders extends base.Base {
              @Traced Hidden[] place(Hidden hidden) { return new Hidden[0]; }
            }
            """,
            "package base;\npublic class Base {\n  protected static class Hidden {}\n}"),
        new Right(
            "recursive generics come to an end",
            """
            package shop;
            import io.spanloom.SpanAttribute;
            import io.spanloom.Traced;
            import java.util.concurrent.CompletionStage;
            abstract class Orders<S extends Orders<S, C>, C extends Comparable<? super C>> {
              @Traced S self(S other, C[][] keys) { return other; }
              @Traced <N extends Enum<N> & Comparable<N>> N any(@SpanAttribute N any) { return any; }
              @Traced <F extends CompletionStage<F>> F later(F stage) { return stage; }
            }
            """),
        new Right(
            "a class named like an aspect has an aspect of its own",
            """
            package shop;
            import io.spanloom.Traced;
            class Orders_Spans {
              @Traced void place() {}
            }
            """),
        new Right(
            "a class has members named like what its aspect uses",
            """
            package shop;
            import io.spanloom.SpanAttribute;
            import io.spanloom.Traced;
            class SpanSite {
              enum String { A }
              static class SpanStart {}
              @Traced SpanStart begin(@SpanAttribute String string) { return new SpanStart(); }
            }
            """),
        new Right(
            "an exception is expected by its private class's public parent",
            """
            package shop;
            import io.spanloom.Traced;
            class Orders {
              private static class Refused extends IllegalStateException {
                private static final long serialVersionUID = 1;
              }
              @Traced(expected = IllegalStateException.class) void place() { throw new Refused(); }
            }
            """),
        new Right(
            "an annotation on a method that an interface leaves open is for those that implement it",
            """
            package shop;
            import io.spanloom.WorkflowStep;
            interface Orders {
              @WorkflowStep("x") void place(String id);
              sealed interface Inner permits Only { @WorkflowStep int count(); }
              record Only(int count) implements Inner {}
            }
            class StoredOrders implements Orders {
              @Override public void place(String id) {}
            }
            """),
        new Right(
            "methods of a sealed type and of its permitted records are traced",
            """
            package shop;
            import io.spanloom.SpanAttribute;
            import io.spanloom.Traced;
            sealed interface Order permits Order.Small, Order.Large {
              @Traced default void place() {}
              record Small(@SpanAttribute int count) implements Order { @Traced public Small {} }
              non-sealed class Large implements Order { @Override @Traced public void place() {} }
            }
            """));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rights")
  void isTracedWithoutAWord(Right right) {
    Compiled compiled =
        Compiled.by(
            Compiled.javac(new SpansProcessor()).withOptions("-Xlint:all,-processing", "-Werror"),
            right.sources());

    assertThat(compiled.errors()).isEmpty();
    assertThat(compiled.complaints()).isEmpty();
    assertThat(compiled.generated()).isNotEmpty();
  }
}
