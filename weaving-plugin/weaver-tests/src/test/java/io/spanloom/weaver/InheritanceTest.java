package io.spanloom.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class InheritanceTest {

  @Test
  void tracesOnlyAnnotatedOverride() {
    ComparedRun compared =
        ComparedRun.run(
            "shop.Family",
            """
            package shop;
            import io.spanloom.Traced;
            import java.util.*;
            public class Family {
              static class Parent {
                @Traced String both() { return "parent"; }
                @Traced String parentOnly() { return "parent"; }
                String childOnly() { return "parent"; }
              }
              static class Child extends Parent {
                @Override @Traced String both() { return "child of " + super.both(); }
                @Override String parentOnly() { return "child of " + super.parentOnly(); }
                @Override @Traced String childOnly() { return "child of " + super.childOnly(); }
                static class Nested extends Child {
                  @Override String both() { return "nested"; }
                  @Override String parentOnly() { return "nested"; }
                  @Override String childOnly() { return "nested in " + super.childOnly(); }
                }
              }
              public static Object run() {
                List<String> results = new ArrayList<>();
                for (Parent p : List.of(new Parent(), new Child(), new Child.Nested(),
                    new Parent() { @Override String both() { return "anonymous"; } })) {
                  results.addAll(List.of(p.both(), p.parentOnly(), p.childOnly()));
                }
                return results;
              }
            }
            """);

    assertThat(compared.tree())
        .isEqualTo(
            """
            Parent.both
            Parent.parentOnly
            Child.both
              Parent.both
            Parent.parentOnly
            Child.childOnly
            Child.childOnly
            Parent.parentOnly
            """);
    assertThat(compared.functions()).contains("shop.Family$Child.childOnly");
  }

  @Test
  void bridgeMethodsCreateNoSpan() {
    ComparedRun compared =
        ComparedRun.run(
            "Bridges",
            """
            import io.spanloom.SpanAttribute;
            import io.spanloom.Traced;
            import java.util.*;
            import java.util.function.*;
            public class Bridges {
              static class Copy implements Cloneable, Comparable<Copy>, Function<String, Integer> {
                @Override @Traced public Copy clone() throws CloneNotSupportedException {
                  return (Copy) super.clone();
                }
                @Override @Traced public int compareTo(Copy other) { return 0; }
                @Override @Traced public Integer apply(@SpanAttribute String text) { return text.length(); }
              }
              static abstract class Shape<T extends Number> {
                abstract T size();
                abstract void grow(T by);
                @Traced Number twice() { return size().doubleValue() * 2; }
              }
              static class Square extends Shape<Integer> {
                int side = 1;
                @Override @Traced Integer size() { return side * side; }
                @Override @Traced void grow(Integer by) { side += by; }
                @Override Double twice() { return (Double) super.twice(); }
              }
              // javac adds a bridge for a public method of a package-private class to its public subclass.
              static class Hidden { @Traced public String visible() { return "visible"; } }
              public static class Shown extends Hidden {}
              public static Object run() throws Exception {
                Function<String, Integer> function = new Copy();
                @SuppressWarnings({"rawtypes", "unchecked"})
                int compared = ((Comparable) new Copy()).compareTo(new Copy());
                Shape<Integer> shape = new Square();
                shape.grow(2);
                Object reflected = Shown.class.getMethod("visible").invoke(new Shown());
                return List.of(new Copy().clone() != null, compared, function.apply("abc"), shape.twice(), reflected);
              }
            }
            """);

    assertThat(compared.outcome()).isEqualTo("returned [true, 0, 3, 18.0, visible]");
    assertThat(compared.tree())
        .isEqualTo(
            """
            Copy.compareTo
            Square.grow
            Hidden.visible
            Copy.clone
            Copy.apply {text=abc}
            Shape.twice
              Square.size
            """);
  }

  @Test
  void weavesSealedHierarchies() {
    ComparedRun compared =
        ComparedRun.run(
            "Shapes",
            """
            import io.spanloom.Traced;
            import java.util.*;
            public class Shapes {
              sealed interface Shape permits Circle, Square, Other {
                double area();
                @Traced default String describe() { return getClass().getSimpleName() + " " + area(); }
              }
              record Circle(double radius) implements Shape {
                @Override @Traced public double area() { return 3 * radius * radius; }
              }
              static final class Square implements Shape {
                @Override @Traced public double area() { return 4; }
              }
              static non-sealed class Other implements Shape {
                @Override public double area() { return 0; }
                @Override @Traced public String describe() { return "other " + Shape.super.describe(); }
              }
              public static Object run() {
                List<String> result = new ArrayList<>();
                for (Shape shape : List.of(new Circle(1), new Square(), new Other())) {
                  result.add(shape.describe());
                }
                return result;
              }
            }
            """);

    assertThat(compared.tree())
        .isEqualTo(
            """
            Shape.describe
              Circle.area
            Shape.describe
              Square.area
            Other.describe
              Shape.describe
            """);
  }
}
