package io.spanloom.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class NestedClassesTest {

  @Test
  void weavesNestedClassesAtAnyDepth() {
    ComparedRun compared =
        ComparedRun.run(
            "shop.Outer",
            """
            package shop;
            import io.spanloom.SpanAttribute;
            import io.spanloom.Traced;
            import java.util.*;
            public class Outer {
              private int counter;
              @Traced int own() { return ++counter; }
              class Inner {
                @Traced int inner(@SpanAttribute String id) { return own() + counter++; }
                private class Hidden { @Traced private int hidden(@SpanAttribute long n) { return counter; } }
              }
              static class Nested {
                static class Deep {
                  static class Deeper {
                    interface Deepest { @Traced default String deepest() { return "deepest"; } }
                    enum Level implements Deepest { ONE { @Override public String toString() { return "one"; } } }
                  }
                }
                protected static class Guarded { @Traced protected String guarded() { return "guarded"; } }
              }
              private static class Secret<T> {
                @Traced T secret(T value) { return value; }
                private record Pair<A>(A first) { @Traced A taken() { return first; } }
              }
              public static Object run() {
                Outer outer = new Outer();
                Inner inner = outer.new Inner();
                return List.of(outer.own(), inner.inner("i"), inner.new Hidden().hidden(9),
                    Nested.Deep.Deeper.Level.ONE.deepest(), new Nested.Guarded().guarded(),
                    new Secret<String>().secret("s"), new Secret.Pair<>("p").taken());
              }
            }
            """);

    assertThat(compared.outcome()).isEqualTo("returned [1, 4, 3, deepest, guarded, s, p]");
    assertThat(compared.tree())
        .isEqualTo(
            """
            Outer.own
            Inner.inner {id=i}
              Outer.own
            Hidden.hidden {n=9}
            Deepest.deepest
            Guarded.guarded
            Secret.secret
            Pair.taken
            """);
    assertThat(compared.functions())
        .contains(
            "shop.Outer$Inner$Hidden.hidden",
            "shop.Outer$Nested$Deep$Deeper$Deepest.deepest",
            "shop.Outer$Secret$Pair.taken");
  }

  @Test
  void tracesCallsFromLocalAndAnonymousClassesAndLambdas() {
    ComparedRun compared =
        ComparedRun.run(
            "Callers",
            """
            import io.spanloom.SpanAttribute;
            import io.spanloom.Traced;
            import java.util.*;
            import java.util.function.*;
            import java.util.stream.*;
            public class Callers {
              @Traced int traced(@SpanAttribute int n) { return n; }
              @Traced List<Integer> body() {
                int captured = 1;
                class Local { int call() { return traced(captured); } }
                Supplier<Integer> anonymous = new Supplier<>() {
                  @Override public Integer get() { return traced(captured + 1); }
                };
                IntUnaryOperator lambda = n -> traced(n + captured + 1);
                IntFunction<Integer> reference = this::traced;
                return Stream.of(new Local().call(), anonymous.get(), lambda.applyAsInt(1), reference.apply(4))
                    .collect(Collectors.toList());
              }
              public static Object run() { return new Callers().body(); }
            }
            """);

    assertThat(compared.tree())
        .isEqualTo(
            """
            Callers.body
              Callers.traced {n=1}
              Callers.traced {n=2}
              Callers.traced {n=3}
              Callers.traced {n=4}
            """);
  }

  /**
   * A top-level class Outer$Inner and a class Inner in Outer would share a class file; these do
   * not.
   */
  @Test
  void distinguishesDollarSignsFromNesting() {
    ComparedRun compared =
        ComparedRun.run(
            "shop.$Dollar$",
            """
            package shop;
            import io.spanloom.SpanAttribute;
            import io.spanloom.Traced;
            import java.util.*;
            public class $Dollar$ {
              static class $ { @Traced static int $() { return 1; } }
              static class Inner$Deep { @Traced int a$b(@SpanAttribute int $c) { return $c; } }
              @Traced static int $(@SpanAttribute("k") int $, $Dollar$ other) { return $; }
              @Traced static int a$() { return 3; }
              public static Object run() {
                return List.of($.$(), new Inner$Deep().a$b(2), $(4, null), a$());
              }
            }
            """,
            """
            package shop;
            class Dollar$ { static class $Nested { @io.spanloom.Traced static int f() { return 5; } } }
            """);

    assertThat(compared.outcome()).isEqualTo("returned [1, 2, 4, 3]");
    assertThat(compared.tree())
        .isEqualTo(
            """
            $.$
            Inner$Deep.a$b {$c=2}
            $Dollar$.$ {k=4}
            $Dollar$.a$
            """);
  }
}
