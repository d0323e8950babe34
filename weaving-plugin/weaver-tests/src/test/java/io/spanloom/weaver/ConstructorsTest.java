package io.spanloom.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ConstructorsTest {

  @Test
  void weavesConstructorsAfterConstructorCall() {
    ComparedRun compared =
        ComparedRun.run(
            "shop.Chain",
            """
            package shop;
            import io.spanloom.SpanAttribute;
            import io.spanloom.Traced;
            import java.util.*;
            public class Chain {
              static final List<String> LOG = new ArrayList<>();
              static class Base {
                @Traced Base(@SpanAttribute String name) { LOG.add("base " + name); hook(); }
                void hook() { LOG.add("hook of base"); }
              }
              static class Derived extends Base {
                private final String field = "set";
                @Traced Derived() { this(1); LOG.add("derived"); }
                @Traced("Derived(int)") Derived(@SpanAttribute int n) { super("n" + n); LOG.add("derived " + n); }
                @Traced @Override void hook() { LOG.add("hook of derived " + (field == null)); }
              }
              @Traced public Chain(long wide, double wider, @SpanAttribute boolean flag) {}
              public static Object run() {
                new Derived();
                new Chain(1, 2, true);
                return LOG;
              }
            }
            """);

    assertThat(compared.outcome())
        .isEqualTo("returned [base n1, hook of derived false, derived 1, derived]");
    assertThat(compared.tree())
        .isEqualTo(
            """
            Base.new {name=n1}
              Derived.hook
            Derived(int) {n=1}
            Derived.new
            Chain.new {flag=true}
            """);
    assertThat(compared.functions())
        .contains("shop.Chain$Base.<init>", "shop.Chain$Derived.<init>", "shop.Chain.<init>");
  }

  @Test
  void weavesAllConstructorsOfRecord() {
    ComparedRun compared =
        ComparedRun.run(
            "Records",
            """
            import io.spanloom.SpanAttribute;
            import io.spanloom.Traced;
            import java.util.*;
            public class Records {
              record Canonical(int a, String b) {
                @Traced Canonical(@SpanAttribute int a, @SpanAttribute String b) { this.a = a + 1; this.b = b; }
              }
              record Compact(int a, String b) {
                @Traced Compact { if (a < 0) { throw new IllegalArgumentException("negative"); } a++; }
                @Traced("extra") Compact(@SpanAttribute long sum) { this((int) sum, "extra"); }
              }
              record Generic<T extends Comparable<T>>(T a, List<? super T> b) {
                @Traced Generic { Objects.requireNonNull(a); }
              }
              public static Object run() {
                return List.of(new Canonical(1, "b"), new Compact(2, "b"), new Compact(3L),
                    new Generic<>("x", new ArrayList<>()), new Compact(-1, ""));
              }
            }
            """);

    assertThat(compared.outcome()).startsWith("threw java.lang.IllegalArgumentException: negative");
    assertThat(compared.tree())
        .startsWith(
            """
            Canonical.new {a=1, b=b}
            Compact.new
            Compact.new
            extra {sum=3}
            Generic.new
            Compact.new ERROR {error.type=java.lang.IllegalArgumentException}""");
  }

  @Test
  void weavesConstructorsOfEnums() {
    ComparedRun compared =
        ComparedRun.run(
            "Enums",
            """
            import io.spanloom.SpanAttribute;
            import io.spanloom.Traced;
            import java.util.*;
            public class Enums {
              enum Plain { A, B; @Traced Plain() {} }
              enum Rich {
                SMALL(1, "s"), LARGE(2) { @Override String label() { return "overridden"; } };
                final int size;
                @Traced Rich(@SpanAttribute int size, String... names) { this.size = size + names.length; }
                @Traced String label() { return name() + size; }
              }
              public static Object run() {
                return List.of(Plain.B, Rich.SMALL.label(), Rich.LARGE.label(), Rich.valueOf("LARGE").size);
              }
            }
            """);

    assertThat(compared.outcome()).isEqualTo("returned [B, SMALL2, overridden, 2]");
    assertThat(compared.tree())
        .isEqualTo(
            """
            Plain.new
            Plain.new
            Rich.new {size=1}
            Rich.new {size=2}
            Rich.label
            """);
  }

  @Test
  void weavesConstructorsOfInnerClasses() {
    ComparedRun compared =
        ComparedRun.run(
            "Outer",
            """
            import io.spanloom.SpanAttribute;
            import io.spanloom.Traced;
            import java.util.*;
            public class Outer {
              final String name;
              Outer(String name) { this.name = name; }
              class Inner {
                final String text;
                @Traced Inner() { this("none", 0); }
                @Traced Inner(@SpanAttribute String a, @SpanAttribute long b) { text = name + a + b; }
                class Innermost extends Inner {
                  @Traced Innermost(@SpanAttribute int c) { super("deep", c); }
                }
              }
              private class Hidden {
                @Traced private Hidden(@SpanAttribute int d) { if (d > 1) { throw new IllegalStateException(name); } }
              }
              class Generic<T> {
                @Traced <U extends T> Generic(U value, @SpanAttribute int e) {}
              }
              public static Object run() {
                Outer outer = new Outer("o");
                Inner inner = outer.new Inner();
                Inner.Innermost innermost = inner.new Innermost(7);
                outer.new Generic<Number>(1, 2);
                outer.new Hidden(1);
                try {
                  outer.new Hidden(2);
                  return "not reached";
                } catch (IllegalStateException e) {
                  return List.of(inner.text, innermost.text, e);
                }
              }
            }
            """);

    assertThat(compared.outcome())
        .startsWith("returned [onone0, odeep7, java.lang.IllegalStateExcept");
    assertThat(compared.tree())
        .startsWith(
            """
            Inner.new {a=none, b=0}
            Inner.new
            Inner.new {a=deep, b=7}
            Innermost.new {c=7}
            Generic.new {e=2}
            Hidden.new {d=1}
            Hidden.new ERROR {d=2, error.type=java.lang.IllegalStateException}""");
  }

  @Test
  void endsSpanWhenConstructorThrows() {
    ComparedRun compared =
        ComparedRun.run(
            "Throwing",
            """
            import io.spanloom.Traced;
            import java.util.*;
            public class Throwing {
              private final int initialised = divide(1);
              Throwing(boolean early) {}
              @Traced Throwing(int n) { super(); if (n == 0) { throw new IllegalStateException("body"); } }
              @Traced Throwing(String n) { this(Integer.parseInt(n)); }
              static int divisor = 1;
              static int divide(int a) { return a / divisor; }
              interface Body { Object run(); }
              public static Object run() {
                List<Object> log = new ArrayList<>();
                for (Body body : List.<Body>of(() -> new Throwing(0), () -> new Throwing("x"), () -> new Throwing("0"))) {
                  try { body.run(); } catch (RuntimeException e) { log.add(e); }
                }
                divisor = 0;
                try { new Throwing(1); } catch (ArithmeticException e) { log.add(e); }
                return log;
              }
            }
            """);

    // The span of the String constructor covers only the code after this(…), which does not run.
    assertThat(compared.outcome()).contains("NumberFormatException", "/ by zero");
    assertThat(compared.spans())
        .hasSize(3)
        .allMatch(span -> span.getName().equals("Throwing.new"))
        .allMatch(span -> span.getStatus().getStatusCode().name().equals("ERROR"));
  }
}
