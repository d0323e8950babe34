package io.spanloom.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class InterfacesTest {

  @Test
  void weavesInterfaceMethodsWithBody() {
    ComparedRun compared =
        ComparedRun.run(
            "shop.Priced",
            """
            package shop;
            import io.spanloom.SpanAttribute;
            import io.spanloom.Traced;
            import java.util.*;
            public interface Priced {
              int price();
              @Traced default int total(@SpanAttribute int count) { return count * priceOrZero(); }
              @Traced private int priceOrZero() { return atLeastZero(price()); }
              @Traced private static int atLeastZero(int price) { return Math.max(0, price); }
              @Traced static Priced of(@SpanAttribute int price) { return () -> price; }
              interface Nested<T> {
                @Traced default T same(T value) { return value; }
              }
              class Implementation implements Priced, Nested<String> {
                @Override public int price() { return 5; }
                @Override @Traced public int total(int count) { return Priced.super.total(count) + 1; }
              }
              static Object run() {
                Implementation implementation = new Implementation();
                return List.of(Priced.of(2).total(3), implementation.total(1), implementation.same("s"));
              }
            }
            """);

    assertThat(compared.outcome()).isEqualTo("returned [6, 6, s]");
    assertThat(compared.tree())
        .isEqualTo(
            """
            Priced.of {price=2}
            Priced.total {count=3}
              Priced.priceOrZero
                Priced.atLeastZero
            Implementation.total
              Priced.total {count=1}
                Priced.priceOrZero
                  Priced.atLeastZero
            Nested.same
            """);
    assertThat(compared.functions()).contains("shop.Priced$Nested.same");
  }

  @Test
  void keepsStackTraceOfDefaultMethod() {
    ComparedRun compared =
        ComparedRun.run(
            "Failing",
            """
            import io.spanloom.Traced;
            public interface Failing {
              @Traced default void fail() throws Exception {
                throw new Exception(
                    "from a default method");
              }
              static Object run() throws Exception { new Failing() {}.fail(); return null; }
            }
            """);

    assertThat(compared.outcome()).contains("at Failing.fail(Failing.java:4)");
    assertThat(compared.spans()).hasSize(1);
  }

  @Test
  void weavesMethodsOfRecords() {
    ComparedRun compared =
        ComparedRun.run(
            "Points",
            """
            import io.spanloom.SpanAttribute;
            import io.spanloom.Traced;
            import java.util.*;
            public class Points {
              record Point(@SpanAttributeOfComponent int x, @Deprecated int y) implements Comparable<Point> {
                @interface SpanAttributeOfComponent {}
                @Traced Point { }
                @Override @Traced public int x() { return x + 100; }
                @Override @Traced public String toString() { return "(" + x + ";" + y + ")"; }
                @Override @Traced public boolean equals(Object other) {
                  return other instanceof Point p && p.x == x && p.y == y;
                }
                @Override @Traced public int hashCode() { return 31 * x + y; }
                @Override @Traced public int compareTo(Point other) { return Integer.compare(x, other.x); }
                @Traced static Point of(@SpanAttribute int both) { return new Point(both, both); }
                @Traced Point plus(@SpanAttribute("by") int n) { return new Point(x + n, y + n); }
              }
              public static Object run() {
                Point point = Point.of(1);
                return List.of(point.x(), point.y(), point.toString(), point.equals(new Point(1, 1)),
                    point.hashCode(), point.compareTo(point.plus(1)));
              }
            }
            """);

    assertThat(compared.outcome()).isEqualTo("returned [101, 1, (1;1), true, 32, -1]");
    assertThat(compared.tree())
        .isEqualTo(
            """
            Point.of {both=1}
              Point.new
            Point.x
            Point.toString
            Point.new
            Point.equals
            Point.hashCode
            Point.plus {by=1}
              Point.new
            Point.compareTo
            """);
  }

  /** javac copies the annotation to accessor, field, component and canonical parameter. */
  @Test
  void recordComponentAttributeAppliesToCanonicalConstructor() {
    ComparedRun compared =
        ComparedRun.run(
            "Components",
            """
            import io.spanloom.SpanAttribute;
            import io.spanloom.Traced;
            public class Components {
              record Compact(@SpanAttribute("compact.a") int a, String b) { @Traced Compact {} }
              public static Object run() { return new Compact(1, "b"); }
            }
            """);

    assertThat(compared.tree()).isEqualTo("Compact.new {compact.a=1}\n");
  }

  @Test
  void annotatedRecordComponentTracesAccessor() {
    ComparedRun compared =
        ComparedRun.run(
            "Accessors",
            """
            import io.spanloom.Traced;
            import java.util.*;
            public class Accessors {
              record Implicit(@Traced int a, @Traced("written") String b) {
                public String b() { return b + "!"; }
              }
              public static Object run() {
                Implicit record = new Implicit(1, "b");
                return List.of(record.a(), record.b());
              }
            }
            """);

    // An explicit accessor does not get the annotations of its component.
    assertThat(compared.outcome()).isEqualTo("returned [1, b!]");
    assertThat(compared.tree()).isEqualTo("Implicit.a\n");
  }
}
