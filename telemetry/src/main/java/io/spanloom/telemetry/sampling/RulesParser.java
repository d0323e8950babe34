package io.spanloom.telemetry.sampling;

import io.opentelemetry.api.trace.SpanKind;
import io.spanloom.telemetry.sampling.RulesReader.Word;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Parses sampling rules. */
final class RulesParser {

  private static final double MIN_RATE = 0.001;
  private static final double MAX_RATE = 1_000_000;

  private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?|\\.\\d+");

  private final RulesReader reader;

  RulesParser(String text) {
    this.reader = new RulesReader(text);
  }

  /**
   * Parses all rules.
   *
   * @throws SamplingRulesException if the text is invalid
   */
  List<SamplingRule> parse() {
    List<SamplingRule> result = new ArrayList<>();
    while (reader.skipToRule()) {
      if (!result.isEmpty() && result.get(result.size() - 1).matchesEverySpan()) {
        throw reader.error(
            "this rule can never match, because an earlier rule matches every span; move it before that rule");
      }
      result.add(parseRule());
    }
    if (result.isEmpty()) {
      throw reader.error("expected a rule, such as * = 0.1 for all traces");
    }
    return result;
  }

  private SamplingRule parseRule() {
    List<RuleCondition> conditions = new ArrayList<>();
    List<Word> words = readWords();
    while (reader.consume('&')) {
      conditions.add(parseCondition(words));
      words = readWords();
    }
    Word last = words.get(words.size() - 1);
    if (words.size() == 1) {
      throw reader.errorAt(
          last.offset(), "expected a ratio or a rate after '" + last.raw() + "', such as = 0.1");
    }
    conditions.add(parseCondition(words.subList(0, words.size() - 1)));
    RuleDecision decision = parseDecision(last);
    if (!reader.isAtEndOfRule()) {
      throw reader.error("expected a semicolon or a new line after the rule");
    }
    return new SamplingRule(List.copyOf(conditions), decision);
  }

  private List<Word> readWords() {
    List<Word> words = new ArrayList<>();
    words.add(reader.readWord("expected a condition, such as * for all spans"));
    while (reader.consume('=')) {
      Word word = reader.readWord("expected a value, a ratio or a rate after =");
      rejectMissingSeparator(word);
      words.add(word);
    }
    return words;
  }

  /** Two rules without a separator would be one rule on an attribute, such as {@code a="0 b"}. */
  private void rejectMissingSeparator(Word word) {
    Matcher decision = RuleSyntax.DECISION_AND_MORE.matcher(word.raw());
    if (!word.quoted() && decision.matches()) {
      throw reader.errorAt(
          word.offset() + decision.end(1),
          "expected a semicolon or a new line after '%s'; quote the value if it contains a blank"
              .formatted(decision.group(1)));
    }
  }

  private RuleCondition parseCondition(List<Word> words) {
    Word first = words.get(0);
    if (words.size() > 2) {
      throw reader.errorAt(words.get(2).offset(), "unexpected =; quote texts that contain =");
    }
    if (words.size() == 1) {
      return new RuleCondition.OfName(first.pattern());
    }
    Word value = words.get(1);
    if (!first.quoted() && RuleSyntax.isKeyword(first.raw())) {
      return switch (first.raw()) {
        case RuleSyntax.KIND -> new RuleCondition.OfKind(parseKind(value));
        case RuleSyntax.PACKAGE -> new RuleCondition.OfPackage(value.pattern());
        default -> new RuleCondition.OfName(value.pattern());
      };
    }
    if (first.pattern().parts().size() > 1) {
      throw reader.errorAt(first.offset(), "an attribute key must not contain *");
    }
    return RuleCondition.OfAttribute.named(first.pattern().parts().get(0), value.pattern());
  }

  private SpanKind parseKind(Word word) {
    for (SpanKind kind : SpanKind.values()) {
      if (kind.name().equals(word.raw().toUpperCase(Locale.ROOT))) {
        return kind;
      }
    }
    throw reader.errorAt(
        word.offset(),
        "'%s' is not a span kind; expected one of %s"
            .formatted(word.raw(), Arrays.toString(SpanKind.values())));
  }

  private RuleDecision parseDecision(Word first) {
    if (first.raw().endsWith("/s")) {
      return new RuleDecision(1, parseRate(first));
    }
    double ratio = parseRatio(first);
    double rate = Double.POSITIVE_INFINITY;
    if (reader.consume(',')) {
      Word word = reader.readWord("expected a rate after the comma, such as 10/s");
      rejectMissingSeparator(word);
      rate = parseRate(word);
    }
    return new RuleDecision(ratio, rate);
  }

  private double parseRatio(Word word) {
    Double ratio = parseNumber(word.raw());
    if (ratio == null || ratio > 1) {
      throw reader.errorAt(
          word.offset(),
          "'%s' is neither a ratio from 0 to 1 nor a rate such as 10/s%s"
              .formatted(
                  word.raw(), word.raw().endsWith(".") ? "; a digit must follow the point" : ""));
    }
    return ratio;
  }

  private double parseRate(Word word) {
    String raw = word.raw();
    Double rate =
        raw.endsWith("/s") ? parseNumber(raw.substring(0, raw.length() - 2).strip()) : null;
    if (rate == null || rate < MIN_RATE || rate > MAX_RATE) {
      throw reader.errorAt(
          word.offset(),
          "'" + raw + "' is not a rate; expected a number from 0.001 to 1000000 followed by /s");
    }
    return rate;
  }

  /**
   * Parses an unsigned decimal number without an exponent; returns null if it is invalid. A number
   * that ends in a point is invalid, because the digits may have been lost.
   */
  private static @Nullable Double parseNumber(String text) {
    return NUMBER.matcher(text).matches() ? Double.valueOf(text) : null;
  }
}
