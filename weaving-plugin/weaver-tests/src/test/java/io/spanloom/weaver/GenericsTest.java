package io.spanloom.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class GenericsTest {

  @Test
  void weavesMethodsWithTypeVariables() {
    ComparedRun compared =
        ComparedRun.run(
            "shop.Box",
            """
            package shop;
            import io.spanloom.Traced;
            import java.io.Serializable;
            import java.util.*;
            import java.util.function.*;
            public class Box<T extends Comparable<T>, N extends Number & Comparable<N>> {
              T value;
              @Traced Box(T value) { this.value = value; }
              @Traced T get() { return value; }
              @Traced <R> R map(Function<? super T, ? extends R> f) { return f.apply(value); }
              @Traced T greater(T other) { return value.compareTo(other) > 0 ? value : other; }
              @Traced N number(N first, List<? super N> all) { all.add(first); return first; }
              @Traced T[] array(T[] values) { return values; }
              @Traced T[][] deep(T[]... values) { return values; }
              @Traced static <E extends Enum<E>> E recursive(Class<E> type) { return type.getEnumConstants()[0]; }
              @Traced static <A extends Object & Serializable & Comparable<? super A>> A intersection(A a) { return a; }
              @Traced static <K, V extends List<K>> Map<K, V> map(Map<? extends K, ? super V> in, K key, V value) {
                Map<K, V> out = new TreeMap<>();
                out.put(key, value);
                return out;
              }
              @SafeVarargs @Traced static <E> List<E> listOf(E... elements) { return Arrays.asList(elements); }
              @SafeVarargs @Traced static <E extends Number> int count(List<? extends E>... lists) { return lists.length; }
              @Traced static <X extends Exception> void maybe(X thrown) throws X { if (thrown != null) { throw thrown; } }
              @Traced static List<?>[] wildcards(List<?>[] lists, Map.Entry<String, int[]> entry) { return lists; }
              enum Color { RED, BLUE }
              public static Object run() throws Exception {
                Box<String, Integer> box = new Box<>("b");
                maybe(null);
                return List.of(box.get(), box.map(String::length), box.greater("c"),
                    box.number(3, new ArrayList<Number>()), box.array(new String[] {"x"}),
                    box.deep(new String[] {"y"}, new String[0]), recursive(Color.class), intersection("i"),
                    map(Map.of(), "k", List.of("v")), listOf(1, 2), Box.<Number>count(List.of(1), List.of(2.0)),
                    wildcards(new List<?>[0], Map.entry("a", new int[0])));
              }
            }
            """);

    assertThat(compared.outcome())
        .isEqualTo("returned [b, 1, c, 3, [x], [[y], []], RED, i, {k=[v]}, [1, 2], 2, []]");
    assertThat(compared.tree().lines())
        .containsExactly(
            "Box.new",
            "Box.maybe",
            "Box.get",
            "Box.map",
            "Box.greater",
            "Box.number",
            "Box.array",
            "Box.deep",
            "Box.recursive",
            "Box.intersection",
            "Box.map",
            "Box.listOf",
            "Box.count",
            "Box.wildcards");
  }

  @Test
  void readsAttributesOfGenericMethodsByErasedType() {
    ComparedRun compared =
        ComparedRun.run(
            "Keyed",
            """
            import io.spanloom.SpanAttribute;
            import io.spanloom.Traced;
            import java.util.*;
            public class Keyed<T, S extends String, E extends Enum<E>> {
              enum Level { LOW, HIGH }
              class Inner<U extends T> {
                @Traced <V extends U> Inner(V v, @SpanAttribute S text) {}
                @Traced U mixed(T a, U b, @SpanAttribute int n, List<? extends T> c) { return b; }
              }
              @Traced void put(T key, @SpanAttribute S name, Map<T, ? super S> into, @SpanAttribute E level) {
                into.put(key, name);
              }
              @Traced static <I extends Integer> void boxed(@SpanAttribute I number, List<I> numbers) {}
              @SafeVarargs @Traced static <A> int rest(@SpanAttribute String first, A... others) { return others.length; }
              public static Object run() {
                Keyed<Object, String, Level> keyed = new Keyed<>();
                Map<Object, Object> map = new TreeMap<>();
                keyed.put("k", "name", map, Level.HIGH);
                Keyed<Object, String, Level>.Inner<Number> inner = keyed.new Inner<>(1, "t");
                boxed(7, List.of());
                return List.of(map, inner.mixed("a", 2, 3, List.of()), rest("first", 1, 2));
              }
            }
            """);

    assertThat(compared.tree())
        .isEqualTo(
            """
            Keyed.put {level=HIGH, name=name}
            Inner.new {text=t}
            Keyed.boxed {number=7}
            Inner.mixed {n=3}
            Keyed.rest {first=first}
            """);
  }

  @Test
  void separatesSpansOfGenericOverrides() {
    ComparedRun compared =
        ComparedRun.run(
            "Handlers",
            """
            import io.spanloom.Traced;
            import java.util.*;
            public class Handlers {
              interface Handler<I, O> { O handle(I input); @Traced default O twice(I input) { handle(input); return handle(input); } }
              static abstract class Base<I extends Number> implements Handler<I, List<I>> {
                @Override @Traced public List<I> handle(I input) { return List.of(input); }
              }
              static class Ints extends Base<Integer> {
                @Override @Traced public ArrayList<Integer> handle(Integer input) {
                  return new ArrayList<>(super.handle(input + 1));
                }
              }
              static class Untraced extends Ints {
                @Override public ArrayList<Integer> handle(Integer input) { return new ArrayList<>(); }
              }
              public static Object run() {
                return List.of(new Ints().twice(1), new Untraced().twice(2));
              }
            }
            """);

    assertThat(compared.outcome()).isEqualTo("returned [[2], []]");
    assertThat(compared.tree())
        .isEqualTo(
            """
            Handler.twice
              Ints.handle
                Base.handle
              Ints.handle
                Base.handle
            Handler.twice
            """);
  }
}
