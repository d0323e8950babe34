package io.spanloom.testing;

import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.opentest4j.AssertionFailedError;

/**
 * The spans of a test as an indented text with one line per span.
 *
 * <pre>{@code
 * OrderService.place {order.id=7}
 *   stock.reserve CLIENT {error.type=shop.SoldOutException} ERROR
 * }</pre>
 *
 * <p>A line shows the name; the kind, unless it is INTERNAL; the attributes, sorted by key; the
 * status, if it is set; the events in square brackets, except recorded exceptions; an arrow and a
 * name for each linked span; and {@code NOT ENDED} if the span is still running. Siblings are in
 * the order in which they started. The attribute {@code code.function.name} is omitted, because it
 * usually repeats the name.
 *
 * <p>Immutable.
 */
public final class SpanTree {

  private static final String CODE_FUNCTION_NAME = "code.function.name";

  /** The key of spans whose parent is not in the tree. */
  private static final String NO_PARENT = "";

  private final List<SpanData> spans;
  private final Predicate<String> attributes;
  private final boolean ordered;

  private SpanTree(List<SpanData> spans, Predicate<String> attributes, boolean ordered) {
    this.spans = spans;
    this.attributes = attributes;
    this.ordered = ordered;
  }

  static SpanTree of(List<SpanData> spans) {
    return new SpanTree(spans, key -> !key.equals(CODE_FUNCTION_NAME), true);
  }

  /**
   * Omits attributes of spans and events.
   *
   * @param keys the keys of the omitted attributes
   * @return the tree without these attributes
   */
  public SpanTree withoutAttributes(String... keys) {
    Set<String> excluded = Set.of(keys);
    return new SpanTree(spans, attributes.and(key -> !excluded.contains(key)), ordered);
  }

  /**
   * Omits all other attributes of spans and events.
   *
   * @param keys the keys of the attributes to keep; without a key, all attributes are omitted
   * @return the tree with only these attributes
   */
  public SpanTree onlyAttributes(String... keys) {
    return new SpanTree(spans, Set.of(keys)::contains, ordered);
  }

  /**
   * Ignores the order of siblings, for spans that threads create concurrently.
   *
   * @return the tree with its siblings in alphabetical order
   */
  public SpanTree inAnyOrder() {
    return new SpanTree(spans, attributes, false);
  }

  /**
   * Asserts that the tree has the given text.
   *
   * @param expected the text; a child is indented further than its parent by any number of spaces,
   *     and blank lines are ignored
   * @throws AssertionFailedError if the texts differ; the failure contains both
   */
  public void assertIs(String expected) {
    LineTree lines = LineTree.parse(expected);
    String expectedText = (ordered ? lines : lines.sorted()).format();
    String actualText = toString();
    if (!actualText.equals(expectedText)) {
      String message =
          "The spans differ from the expected tree (- expected, + actual):\n"
              + LineDifference.of(expectedText, actualText)
              + (actualText.isEmpty() ? "\n" + MissingSpanCauses.describe() : "");
      throw new AssertionFailedError(message, expectedText, actualText);
    }
  }

  /** Returns the text, with lines separated by line feeds and indented by two spaces per level. */
  @Override
  public String toString() {
    Map<String, SpanData> byId = new HashMap<>();
    spans.forEach(span -> byId.put(span.getSpanId(), span));
    Map<String, List<SpanData>> childrenOf = new HashMap<>();
    for (SpanData span : spans) {
      String parent = byId.containsKey(span.getParentSpanId()) ? span.getParentSpanId() : NO_PARENT;
      childrenOf.computeIfAbsent(parent, id -> new ArrayList<>()).add(span);
    }
    LineTree root = LineTree.root();
    add(NO_PARENT, childrenOf, new SpanFormatter(attributes, byId), root);
    return (ordered ? root : root.sorted()).format();
  }

  private static void add(
      String parent,
      Map<String, List<SpanData>> childrenOf,
      SpanFormatter formatter,
      LineTree above) {
    for (SpanData span : childrenOf.getOrDefault(parent, List.of())) {
      LineTree added = above.add(formatter.format(span), above.indent() + 1);
      add(span.getSpanId(), childrenOf, formatter, added);
    }
  }
}
