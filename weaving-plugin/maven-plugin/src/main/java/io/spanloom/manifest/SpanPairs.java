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
 * Which span of a baseline is which of the build: those of the same method first, so that a new
 * name is seen as one; of those that are left the ones of the same class and name, as when a
 * parameter was added to the method; at last those of the same name anywhere, as when it was moved.
 */
final class SpanPairs {

  /**
   * A span and the class that makes it.
   *
   * @param className the class's binary name
   * @param span the span
   */
  record Made(String className, SpanEntry span) {
    String method() {
      return className + "." + span.method();
    }

    /**
     * What readers of the telemetry know it by; of what has no name the method, known to nobody.
     */
    String name() {
      return span.form() + " " + (span.name() == null ? method() : span.name());
    }
  }

  /**
   * A span before and now.
   *
   * @param before of the baseline
   * @param now of the build
   */
  record Pair(Made before, Made now) {}

  private final List<Made> before;
  private final List<Made> now;
  private final List<Pair> pairs = new ArrayList<>();

  private SpanPairs(Manifest before, Manifest now) {
    this.before = made(before);
    this.now = made(now);
  }

  static SpanPairs of(Manifest before, Manifest now) {
    SpanPairs result = new SpanPairs(before, now);
    result.match(made -> made.className() + " " + made.span().descriptor());
    result.match(made -> made.className() + " " + made.name());
    result.match(Made::name);
    return result;
  }

  private static List<Made> made(Manifest manifest) {
    return manifest.classes().stream()
        .flatMap(type -> type.spans().stream().map(span -> new Made(type.className(), span)))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private void match(Function<Made, String> identity) {
    Map<String, Deque<Made>> waiting = new HashMap<>();
    before.forEach(
        made -> waiting.computeIfAbsent(identity.apply(made), key -> new ArrayDeque<>()).add(made));
    now.removeIf(
        made -> {
          Deque<Made> same = waiting.get(identity.apply(made));
          if (same == null || same.isEmpty()) {
            return false;
          }
          Made known = Objects.requireNonNull(same.poll());
          pairs.add(new Pair(known, made));
          return before.remove(known);
        });
  }

  List<Pair> pairs() {
    return pairs;
  }

  /** The spans of the baseline that nothing makes now. */
  List<Made> lost() {
    return before;
  }

  /** The spans that the baseline does not have. */
  List<Made> added() {
    return now;
  }
}
