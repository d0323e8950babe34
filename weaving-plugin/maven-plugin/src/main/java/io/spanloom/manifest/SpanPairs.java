package io.spanloom.manifest;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Matches the spans of a baseline with those of the build: by method first, which detects a renamed
 * span; then by class and name, for a method whose parameters changed; then by name alone, for a
 * method that moved.
 */
final class SpanPairs {

  /**
   * A span with the class that creates it.
   *
   * @param className the class's binary name
   * @param span the span
   */
  record SpanOfClass(String className, DescribedSpan span) {
    String method() {
      return className + "." + span.method();
    }

    /** Returns form and name; without a name, the method takes its place. */
    String name() {
      return span.form() + " " + (span.name() == null ? method() : span.name());
    }
  }

  /**
   * A span in the baseline and in the build.
   *
   * @param before the span in the baseline
   * @param now the span in the build
   */
  record Pair(SpanOfClass before, SpanOfClass now) {}

  private final List<SpanOfClass> before;
  private final List<SpanOfClass> now;
  private final List<Pair> pairs = new ArrayList<>();

  private SpanPairs(Manifest before, Manifest now) {
    this.before = spans(before);
    this.now = spans(now);
  }

  static SpanPairs of(Manifest before, Manifest now) {
    SpanPairs result = new SpanPairs(before, now);
    result.match(span -> span.className() + " " + span.span().descriptor());
    result.match(span -> span.className() + " " + span.name());
    result.match(SpanOfClass::name);
    return result;
  }

  private static List<SpanOfClass> spans(Manifest manifest) {
    return manifest.classes().stream()
        .flatMap(type -> type.spans().stream().map(span -> new SpanOfClass(type.className(), span)))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private void match(Function<SpanOfClass, String> identity) {
    Map<String, Deque<SpanOfClass>> unmatched = new HashMap<>();
    before.forEach(
        span ->
            unmatched.computeIfAbsent(identity.apply(span), key -> new ArrayDeque<>()).add(span));
    now.removeIf(
        span -> {
          Deque<SpanOfClass> same = unmatched.get(identity.apply(span));
          if (same == null || same.isEmpty()) {
            return false;
          }
          SpanOfClass match = Objects.requireNonNull(same.poll());
          pairs.add(new Pair(match, span));
          return before.remove(match);
        });
  }

  List<Pair> pairs() {
    return pairs;
  }

  /** Returns the spans that are only in the baseline. */
  List<SpanOfClass> removed() {
    return before;
  }

  /** Returns the spans that are only in the build. */
  List<SpanOfClass> added() {
    return now;
  }
}
