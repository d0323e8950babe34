package io.spanloom.manifest;

import io.spanloom.weaver.Problem;
import io.spanloom.weaver.ProblemCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds the differences between a baseline and the build that users of the telemetry notice: names,
 * kinds and attributes. Where the program creates a span does not matter.
 */
final class Comparison {

  private static final String FUNCTION_NAME = "code.function.name";

  private final List<Problem> differences = new ArrayList<>();

  private Comparison() {}

  static List<Problem> of(Manifest before, Manifest now) {
    Comparison comparison = new Comparison();
    SpanPairs spans = SpanPairs.of(before, now);
    for (SpanPairs.SpanOfClass removed : spans.removed()) {
      String text = subject(removed.span()) + " was removed; " + removed.method() + " created it";
      comparison.add(ManifestCode.SPAN_REMOVED, text);
    }
    for (SpanPairs.SpanOfClass added : spans.added()) {
      String text = subject(added.span()) + " was added by " + added.method();
      comparison.add(ManifestCode.SPAN_ADDED, text);
    }
    spans.pairs().forEach(comparison::compare);
    return comparison.differences;
  }

  private static String subject(DescribedSpan span) {
    return switch (span.form()) {
      case "step events" -> "Step '" + span.label() + "'";
      case "current span" -> "The update of the current span";
      default -> "Span '" + span.label() + "'";
    };
  }

  private void compare(SpanPairs.Pair pair) {
    DescribedSpan before = pair.before().span();
    DescribedSpan now = pair.now().span();
    String where = ", in " + pair.now().method();
    if (!before.label().equals(now.label())) {
      add(
          ManifestCode.SPAN_RENAMED,
          subject(before) + " was renamed to '" + now.label() + "'" + where);
    }
    String span = subject(now);
    compareValue(ManifestCode.SPAN_CHANGED, span, "form", before.form(), now.form(), where);
    compareValue(ManifestCode.SPAN_CHANGED, span, "kind", before.kind(), now.kind(), where);
    compareValue(ManifestCode.SPAN_CHANGED, span, "root", before.root(), now.root(), where);
    compareValue(
        ManifestCode.SPAN_CHANGED,
        span,
        "child span of the stream",
        before.streamSpan(),
        now.streamSpan(),
        where);
    compareAttributes(before, now, where);
  }

  private void compareAttributes(DescribedSpan before, DescribedSpan now, String where) {
    Map<String, DescribedAttribute> removed = byKey(before.attributes());
    Map<String, DescribedAttribute> added = byKey(now.attributes());
    String of = " of " + lowerCase(subject(now));
    for (DescribedAttribute old : before.attributes()) {
      DescribedAttribute same = added.remove(old.key());
      if (same != null) {
        removed.remove(old.key());
        compare(old, same, of, where);
      }
    }
    for (DescribedAttribute old : List.copyOf(removed.values())) {
      DescribedAttribute renamed = withSameSource(old, added.values());
      if (renamed != null) {
        removed.remove(old.key());
        added.remove(renamed.key());
        String to = " was renamed to '" + renamed.key() + "'";
        add(ManifestCode.ATTRIBUTE_RENAMED, attribute(old) + of + to + where);
        compare(old, renamed, of, where);
      }
    }
    for (DescribedAttribute each : removed.values()) {
      String text = attribute(each) + of + " was removed" + details(each) + where;
      add(ManifestCode.ATTRIBUTE_REMOVED, text);
    }
    for (DescribedAttribute each : added.values()) {
      String text = attribute(each) + of + " was added" + details(each) + where;
      add(ManifestCode.ATTRIBUTE_ADDED, text);
    }
  }

  private static Map<String, DescribedAttribute> byKey(List<DescribedAttribute> attributes) {
    Map<String, DescribedAttribute> result = new LinkedHashMap<>();
    attributes.forEach(attribute -> result.put(attribute.key(), attribute));
    return result;
  }

  /** Returns the attribute whose value has the same source, or null. */
  private static @Nullable DescribedAttribute withSameSource(
      DescribedAttribute wanted, Collection<DescribedAttribute> candidates) {
    return wanted.from().equals("spanloom")
        ? null
        : candidates.stream()
            .filter(
                other ->
                    other.from().equals(wanted.from())
                        && Objects.equals(other.path(), wanted.path())
                        && Objects.equals(other.value(), wanted.value())
                        && Objects.equals(other.entry(), wanted.entry()))
            .findFirst()
            .orElse(null);
  }

  private void compare(DescribedAttribute before, DescribedAttribute now, String of, String where) {
    String subject = attribute(now) + of;
    ProblemCode code = ManifestCode.ATTRIBUTE_CHANGED;
    compareValue(code, subject, "type", before.type(), now.type(), where);
    compareValue(code, subject, "redaction", before.redact(), now.redact(), where);
    if (!now.key().equals(FUNCTION_NAME)) {
      compareValue(code, subject, "constant value", before.value(), now.value(), where);
    }
  }

  private void compareValue(
      ProblemCode code,
      String subject,
      String property,
      @Nullable Object before,
      @Nullable Object now,
      String where) {
    if (!Objects.equals(before, now)) {
      add(
          code,
          subject
              + " changed its "
              + property
              + " from "
              + text(before)
              + " to "
              + text(now)
              + where);
    }
  }

  private static String text(@Nullable Object value) {
    return value == null ? "none" : value.toString();
  }

  private static String attribute(DescribedAttribute attribute) {
    return "Attribute '" + attribute.key() + "'";
  }

  private static String details(DescribedAttribute attribute) {
    return " (" + attribute.type() + ", " + attribute.origin() + ")";
  }

  private static String lowerCase(String subject) {
    return Character.toLowerCase(subject.charAt(0)) + subject.substring(1);
  }

  private void add(ProblemCode code, String text) {
    differences.add(new Problem(code, text + "."));
  }
}
