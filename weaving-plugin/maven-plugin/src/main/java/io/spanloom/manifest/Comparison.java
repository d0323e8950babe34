package io.spanloom.manifest;

import io.spanloom.weaver.Problem;
import io.spanloom.weaver.Problem.Code;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What readers of the telemetry would notice between a baseline and the build: names, kinds and
 * attributes. Where in the program a span is made is its own affair.
 */
final class Comparison {

  private static final String FUNCTION = "code.function.name";

  private final List<Problem> differences = new ArrayList<>();

  private Comparison() {}

  static List<Problem> of(Manifest before, Manifest now) {
    Comparison comparison = new Comparison();
    SpanPairs spans = SpanPairs.of(before, now);
    spans
        .lost()
        .forEach(
            lost ->
                comparison.add(
                    Code.SPAN_LOST,
                    said(lost.span()) + " was lost; " + lost.method() + " made it"));
    spans
        .added()
        .forEach(
            added ->
                comparison.add(
                    Code.SPAN_ADDED, said(added.span()) + " was added by " + added.method()));
    spans.pairs().forEach(comparison::compare);
    return comparison.differences;
  }

  private static String said(SpanEntry span) {
    return switch (span.form()) {
      case "step events" -> "Step '" + span.label() + "'";
      case "current span" -> "What adds to the current span";
      default -> "Span '" + span.label() + "'";
    };
  }

  private void compare(SpanPairs.Pair pair) {
    SpanEntry before = pair.before().span();
    SpanEntry now = pair.now().span();
    String where = ", in " + pair.now().method();
    if (!before.label().equals(now.label())) {
      add(Code.SPAN_RENAMED, said(before) + " was renamed to '" + now.label() + "'" + where);
    }
    String span = said(now);
    changed(Code.SPAN_CHANGED, span, "form", before.form(), now.form(), where);
    changed(Code.SPAN_CHANGED, span, "kind", before.kind(), now.kind(), where);
    changed(Code.SPAN_CHANGED, span, "root", before.root(), now.root(), where);
    compareAttributes(before, now, where);
  }

  private void compareAttributes(SpanEntry before, SpanEntry now, String where) {
    Map<String, AttributeEntry> lost = byKey(before.attributes());
    Map<String, AttributeEntry> added = byKey(now.attributes());
    String of = " of " + lowerCase(said(now));
    for (AttributeEntry known : before.attributes()) {
      AttributeEntry same = added.remove(known.key());
      if (same != null) {
        lost.remove(known.key());
        compare(known, same, of, where);
      }
    }
    for (AttributeEntry known : List.copyOf(lost.values())) {
      AttributeEntry renamed = sameValue(known, added.values());
      if (renamed != null) {
        lost.remove(known.key());
        added.remove(renamed.key());
        String to = " was renamed to '" + renamed.key() + "'";
        add(Code.ATTRIBUTE_RENAMED, attribute(known) + of + to + where);
        compare(known, renamed, of, where);
      }
    }
    lost.values()
        .forEach(
            each ->
                add(Code.ATTRIBUTE_LOST, attribute(each) + of + " was lost" + told(each) + where));
    added
        .values()
        .forEach(
            each ->
                add(
                    Code.ATTRIBUTE_ADDED,
                    attribute(each) + of + " was added" + told(each) + where));
  }

  private static Map<String, AttributeEntry> byKey(List<AttributeEntry> attributes) {
    Map<String, AttributeEntry> result = new LinkedHashMap<>();
    attributes.forEach(attribute -> result.put(attribute.key(), attribute));
    return result;
  }

  /**
   * The attribute that has its value from where another has it; never one that is set by itself.
   */
  private static @Nullable AttributeEntry sameValue(
      AttributeEntry wanted, Collection<AttributeEntry> among) {
    return wanted.from().equals("spanloom")
        ? null
        : among.stream()
            .filter(
                other ->
                    other.from().equals(wanted.from())
                        && Objects.equals(other.path(), wanted.path())
                        && Objects.equals(other.value(), wanted.value())
                        && Objects.equals(other.entry(), wanted.entry()))
            .findFirst()
            .orElse(null);
  }

  private void compare(AttributeEntry before, AttributeEntry now, String of, String where) {
    String subject = attribute(now) + of;
    Code code = Code.ATTRIBUTE_CHANGED;
    changed(code, subject, "type", before.type(), now.type(), where);
    changed(code, subject, "redaction", before.redact(), now.redact(), where);
    if (!now.key().equals(FUNCTION)) {
      changed(code, subject, "constant value", before.value(), now.value(), where);
    }
  }

  private void changed(
      Code code,
      String subject,
      String what,
      @Nullable Object before,
      @Nullable Object now,
      String where) {
    if (!Objects.equals(before, now)) {
      add(
          code,
          subject + " changed its " + what + " from " + text(before) + " to " + text(now) + where);
    }
  }

  private static String text(@Nullable Object value) {
    return value == null ? "none" : value.toString();
  }

  private static String attribute(AttributeEntry attribute) {
    return "Attribute '" + attribute.key() + "'";
  }

  private static String told(AttributeEntry attribute) {
    return " (" + attribute.type() + ", " + attribute.origin() + ")";
  }

  private static String lowerCase(String subject) {
    return Character.toLowerCase(subject.charAt(0)) + subject.substring(1);
  }

  private void add(Code code, String text) {
    differences.add(new Problem(code, text + "."));
  }
}
