package program;

import io.opentelemetry.instrumentation.annotations.SpanAttribute;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Parameters with several values. */
class Elements {

  enum Size {
    SMALL,
    LARGE
  }

  static void run() {
    Elements elements = new Elements();
    Scenario.of(
        "elements: lists",
        () ->
            elements.lists(
                List.of("a", "b"),
                List.of(1, 2),
                List.of(3L),
                List.of(4.5f),
                List.of(5.5),
                List.of(true)));
    Scenario.of(
        "elements: lists of others",
        () ->
            elements.otherLists(
                List.of((short) 1), List.of(Size.LARGE), List.of("a", 1), List.of(List.of("b"))));
    Scenario.of("elements: list with null", () -> elements.list(Arrays.asList("a", null)));
    Scenario.of("elements: empty list", () -> elements.list(List.of()));
    Scenario.of("elements: wildcards", () -> elements.wildcards(List.of("a"), List.of("b")));
    Scenario.of(
        "elements: other collections",
        () ->
            elements.collections(
                Set.of("a"), List.of("b"), new ArrayList<>(List.of("c")), Map.of("k", "v")));
    Scenario.of("elements: list of a type variable", () -> elements.ofVariable(List.of("a")));
    Scenario.of(
        "elements: arrays",
        () ->
            elements.arrays(
                new String[] {"a"},
                new int[] {1},
                new long[] {2},
                new float[] {3.5f},
                new double[] {4.5},
                new boolean[] {true}));
    Scenario.of(
        "elements: arrays of boxes",
        () ->
            elements.boxes(
                new Integer[] {1},
                new Long[] {2L},
                new Float[] {3.5f},
                new Double[] {4.5},
                new Boolean[] {true}));
    Scenario.of("elements: String[] with null", () -> elements.strings("a", null));
    Scenario.of("elements: empty array", () -> elements.strings());
    Scenario.of("elements: varargs", () -> elements.strings("a", "b"));
    Scenario.of("elements: enum[]", () -> elements.enums(new Size[] {Size.SMALL}));
    Scenario.of("elements: Object[]", () -> elements.objects(new Object[] {1, "a"}));
    Scenario.of("elements: String[][]", () -> elements.nested(new String[][] {{"a"}}));
  }

  @WithSpan
  void lists(
      @SpanAttribute("String") List<String> strings,
      @SpanAttribute("Integer") List<Integer> integers,
      @SpanAttribute("Long") List<Long> longs,
      @SpanAttribute("Float") List<Float> floats,
      @SpanAttribute("Double") List<Double> doubles,
      @SpanAttribute("Boolean") List<Boolean> booleans) {}

  @WithSpan
  void otherLists(
      @SpanAttribute("Short") List<Short> shorts,
      @SpanAttribute("enum") List<Size> enums,
      @SpanAttribute("Object") List<Object> objects,
      @SpanAttribute("List") List<List<String>> lists) {}

  @WithSpan
  void list(@SpanAttribute("key") List<String> list) {}

  @WithSpan
  void wildcards(
      @SpanAttribute("extends") List<? extends String> some, @SpanAttribute("any") List<?> any) {}

  @WithSpan
  void collections(
      @SpanAttribute("Set") Set<String> set,
      @SpanAttribute("Collection") Collection<String> collection,
      @SpanAttribute("ArrayList") ArrayList<String> list,
      @SpanAttribute("Map") Map<String, String> map) {}

  @WithSpan
  <T> void ofVariable(@SpanAttribute("key") List<T> list) {}

  @WithSpan
  void arrays(
      @SpanAttribute("String") String[] strings,
      @SpanAttribute("int") int[] ints,
      @SpanAttribute("long") long[] longs,
      @SpanAttribute("float") float[] floats,
      @SpanAttribute("double") double[] doubles,
      @SpanAttribute("boolean") boolean[] booleans) {}

  @WithSpan
  void boxes(
      @SpanAttribute("Integer") Integer[] integers,
      @SpanAttribute("Long") Long[] longs,
      @SpanAttribute("Float") Float[] floats,
      @SpanAttribute("Double") Double[] doubles,
      @SpanAttribute("Boolean") Boolean[] booleans) {}

  @WithSpan
  void strings(@SpanAttribute("key") String... values) {}

  @WithSpan
  void enums(@SpanAttribute("key") Size[] values) {}

  @WithSpan
  void objects(@SpanAttribute("key") Object[] values) {}

  @WithSpan
  void nested(@SpanAttribute("key") String[][] values) {}
}
