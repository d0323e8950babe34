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
 * The spans that a test has made until now, as an indented text with one line for each span:
 *
 * <pre>{@code
 * OrderService.place {order.id=7}
 *   stock.reserve CLIENT {error.type=shop.SoldOutException} ERROR
 * }</pre>
 *
 * <p>A line has the name; the kind, unless it is INTERNAL; the attributes by key; the status, if
 * there is one; the events in square brackets, recorded exceptions left out; an arrow and the name
 * for each span linked to; and {@code NOT ENDED} where a span is still running. Spans beside each
 * other are in the order in which they started. The attribute {@code code.function.name} is left
 * out, since most often it says the name again.
 *
 * <p>Immutable.
 */
public final class SpanTree {

  private static final String SAYS_THE_NAME = "code.function.name";

  /** In place of the id of a parent that is not among the spans. */
  private static final String NONE = "";

  private final List<SpanData> spans;
  private final Predicate<String> attributes;
  private final boolean ordered;

  private SpanTree(List<SpanData> spans, Predicate<String> attributes, boolean ordered) {
    this.spans = spans;
    this.attributes = attributes;
    this.ordered = ordered;
  }

  static SpanTree of(List<SpanData> spans) {
    return new SpanTree(spans, key -> !key.equals(SAYS_THE_NAME), true);
  }

  /**
   * Leaves attributes out, of spans and of events.
   *
   * @param keys the keys of the attributes
   * @return the tree without them
   */
  public SpanTree withoutAttributes(String... keys) {
    Set<String> excluded = Set.of(keys);
    return new SpanTree(spans, attributes.and(key -> !excluded.contains(key)), ordered);
  }

  /**
   * Leaves out all attributes, of spans and of events, but the named ones.
   *
   * @param keys the keys of the attributes that are kept; none leaves out all
   * @return the tree with these alone
   */
  public SpanTree onlyAttributes(String... keys) {
    return new SpanTree(spans, Set.of(keys)::contains, ordered);
  }

  /**
   * Puts spans beside each other into the order of the alphabet, here and in what is expected: for
   * spans that threads make at the same time.
   *
   * @return the tree in that order
   */
  public SpanTree inAnyOrder() {
    return new SpanTree(spans, attributes, false);
  }

  /**
   * Fails unless this is the tree.
   *
   * @param expected the text; how far its lines are indented does not matter as long as a child is
   *     indented further than its parent, and blank lines do not count
   * @throws AssertionFailedError if the tree is another; it has both texts
   */
  public void assertIs(String expected) {
    Lines lines = Lines.read(expected);
    String wanted = (ordered ? lines : lines.sorted()).print();
    String found = toString();
    if (!found.equals(wanted)) {
      String message =
          "The spans are not the expected ones (- expected, + found):\n"
              + LineDifference.of(wanted, found)
              + (found.isEmpty() ? "\n" + Causes.ofNoSpan() : "");
      throw new AssertionFailedError(message, wanted, found);
    }
  }

  /** Returns the text, its lines separated by line feeds and indented by two spaces a level. */
  @Override
  public String toString() {
    Map<String, SpanData> byId = new HashMap<>();
    spans.forEach(span -> byId.put(span.getSpanId(), span));
    Map<String, List<SpanData>> childrenOf = new HashMap<>();
    for (SpanData span : spans) {
      String parent = byId.containsKey(span.getParentSpanId()) ? span.getParentSpanId() : NONE;
      childrenOf.computeIfAbsent(parent, id -> new ArrayList<>()).add(span);
    }
    Lines top = Lines.top();
    add(NONE, childrenOf, new SpanLine(attributes, byId), top);
    return (ordered ? top : top.sorted()).print();
  }

  private static void add(
      String parent, Map<String, List<SpanData>> childrenOf, SpanLine line, Lines above) {
    for (SpanData span : childrenOf.getOrDefault(parent, List.of())) {
      Lines added = above.add(line.of(span), above.indent() + 1);
      add(span.getSpanId(), childrenOf, line, added);
    }
  }
}
