package io.spanloom.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Unusual sources that the processor traces without errors or warnings. */
final class ValidSourceTest {

  private record ValidSource(String description, String... sources) {
    @Override
    public String toString() {
      return description;
    }
  }

  static List<ValidSource> validSources() {
    return List.of(
        new ValidSource(
            "a protected enum of a superclass is an attribute",
            """
            package shop;
            import io.spanloom.SpanAttribute;
            import io.spanloom.Traced;
            class Orders extends base.Base {
              @Traced void place(@SpanAttribute Level level) {}
            }
            """,
            "package base;\npublic class Base {\n  protected enum Level { LOW }\n}"),
        new ValidSource(
            "protected types of a superclass are parameters and results",
            """
            package shop;
            import io.spanloom.Traced;
            class Orders extends base.Base {
              @Traced Hidden[] place(Hidden hidden) { return new Hidden[0]; }
            }
            """,
            "package base;\npublic class Base {\n  protected static class Hidden {}\n}"),
        new ValidSource(
            "adapters of different shapes observe results",
            """
            package shop;
            import io.spanloom.*;
            import io.spanloom.deferred.*;
            @ResultAdapter(Orders.Adapters.class)
            class Orders {
              interface Plain {}
              interface Any<T> {}
              interface Limited<N extends Number> {}
              interface Pair<A, B> {}
              interface Several<S extends Number & Runnable> {}
              interface Lazy<T> {}
              interface LazyAny<T> {}
              interface LazyRaw {}
              static class Outer<T> { class Inner<U> {} }
              interface Fallback extends Runnable {}
              static class Adapters {
                public static void plain(Plain result, DeferredSpan<Object> span) {}
                public static void any(Any<?> result, DeferredSpan<?> span) {}
                public static <N extends Number> void limited(Limited<N> result, DeferredSpan<? super N> span)
                    throws IllegalStateException, Error {}
                public static <A, B, C extends Number> void pair(Pair<A, B> result, DeferredSpan<? super C> span) {}
                public static <S extends Number & Runnable> void several(Several<S> result, DeferredSpan<? super String> span) {}
                public static <T> Lazy<T> lazy(Lazy<T> result, DeferredSpans<? super T> spans) { return result; }
                public static LazyAny<?> lazyAny(LazyAny<?> result, DeferredSpans<?> spans) { return result; }
                public static LazyRaw lazyPlain(LazyRaw result, DeferredSpans<Object> spans) { return result; }
                public static <T, U> void inner(Outer<T>.Inner<U> result, DeferredSpan<? super U> span) {}
                public static <R> void each(R result, DeferredSpan<? extends Object> span) {}
              }
              @Traced Plain plain() { return null; }
              @Traced @SpanAttribute(value = "value", from = "result") Any<String> any() { return null; }
              @Traced Limited<Integer> limited() { return null; }
              @Traced Pair<String, ?> pair() { return null; }
              @Traced Several<?> several() { return null; }
              @Traced @SpanAttribute(value = "value", from = "result") Lazy<String> lazy() { return null; }
              @Traced @SpanAttribute(value = "value", from = "result") LazyAny<String> lazyAny() { return null; }
              @Traced LazyRaw lazyPlain() { return null; }
              @Traced Outer<String>.Inner<Integer> inner() { return null; }
              @Traced Fallback each() { return null; }
            }
            """),
        new ValidSource(
            "recursive generics terminate",
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
        new ValidSource(
            "a class named like an aspect has its own aspect",
            """
            package shop;
            import io.spanloom.Traced;
            class Orders_Spans {
              @Traced void place() {}
            }
            """),
        new ValidSource(
            "members have the same names as types that the aspect uses",
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
        new ValidSource(
            "keys and parameters have the same names as types whose static members are read",
            """
            package shop;
            import io.spanloom.SpanAttribute;
            import io.spanloom.Traced;
            class Orders {
              @Traced
              @SpanAttribute(value = "sku", from = "SKU.current()")
              @SpanAttribute(value = "unit", from = "SKU.unit")
              void place(@SpanAttribute(value = "first", from = "next().next.id") SKU other) {}
              @Traced void open(@SpanAttribute(value = "unit", from = "unit") SKU SKU) {}
            }
            """,
            """
            package shop;
            class SKU {
              static String unit = "";
              String id = "";
              SKU next;
              static String current() { return unit + unit; }
              SKU next() { return next; }
            }
            """),
        new ValidSource(
            "a private exception is expected by its public superclass",
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
        new ValidSource(
            "an annotation on an abstract interface method applies to its implementations",
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
        new ValidSource(
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
  @MethodSource("validSources")
  void tracesSourceWithoutProblems(ValidSource valid) {
    CompiledSources compiled =
        CompiledSources.by(
            CompiledSources.javac(new SpansProcessor())
                .withOptions("-Xlint:all,-processing", "-Werror", CompiledSources.WITHOUT_WEAVING),
            valid.sources());

    assertThat(compiled.errors()).isEmpty();
    assertThat(compiled.problems()).isEmpty();
    assertThat(compiled.generated()).isNotEmpty();
  }
}
