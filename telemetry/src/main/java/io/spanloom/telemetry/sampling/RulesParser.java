package io.spanloom.telemetry.sampling;

import io.opentelemetry.api.trace.SpanKind;
import io.spanloom.telemetry.sampling.RulesReader.Word;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Makes rules of their text, or says where it is wrong. */
final class RulesParser {

  private static final double MIN_RATE = 0.001;
  private static final double MAX_RATE = 1_000_000;

  private final RulesReader reader;

  RulesParser(String text) {
    this.reader = new RulesReader(text);
  }

  List<SamplingRule> rules() {
    List<SamplingRule> result = new ArrayList<>();
    while (reader.findsRule()) {
      if (!result.isEmpty() && result.get(result.size() - 1).isAboutAll()) {
        throw reader.fault(
            "this rule is never asked, since * before it means every span; put it before that one");
      }
      result.add(rule());
    }
    if (result.isEmpty()) {
      throw reader.fault("there is no rule; one for all traces is * = 0.1");
    }
    return result;
  }

  private SamplingRule rule() {
    List<Condition> conditions = new ArrayList<>();
    List<Word> words = words();
    while (reader.takes('&')) {
      conditions.add(condition(words));
      words = words();
    }
    Word last = words.get(words.size() - 1);
    if (words.size() == 1) {
      throw reader.faultAt(
          last.offset(),
          "'" + last.raw() + "' is not followed by what becomes of its traces, such as = 0.1");
    }
    conditions.add(condition(words.subList(0, words.size() - 1)));
    Decision decision = decision(last);
    if (!reader.isAtEndOfRule()) {
      throw reader.fault("a rule ends here; a semicolon or a new line has to follow");
    }
    return new SamplingRule(List.copyOf(conditions), decision);
  }

  private List<Word> words() {
    List<Word> words = new ArrayList<>();
    words.add(reader.word("a name is missing here, such as * for all"));
    while (reader.takes('=')) {
      words.add(reader.word("after = a value or a number is missing"));
    }
    return words;
  }

  private Condition condition(List<Word> words) {
    Word first = words.get(0);
    if (words.size() > 2) {
      throw reader.faultAt(
          words.get(2).offset(), "there is one = too many; a text with = in it has to be quoted");
    }
    if (words.size() == 1) {
      return new Condition.OfName(first.pattern());
    }
    Word value = words.get(1);
    if (!first.quoted() && RuleText.isKeyword(first.raw())) {
      return switch (first.raw()) {
        case RuleText.KIND -> new Condition.OfKind(kind(value));
        case RuleText.PACKAGE -> new Condition.OfPackage(value.pattern());
        default -> new Condition.OfName(value.pattern());
      };
    }
    if (first.pattern().parts().size() > 1) {
      throw reader.faultAt(first.offset(), "the key of an attribute is written in full, without *");
    }
    return Condition.OfAttribute.named(first.pattern().parts().get(0), value.pattern());
  }

  private SpanKind kind(Word word) {
    for (SpanKind kind : SpanKind.values()) {
      if (kind.name().equals(word.raw().toUpperCase(Locale.ROOT))) {
        return kind;
      }
    }
    throw reader.faultAt(
        word.offset(),
        "'" + word.raw() + "' is no kind; there are " + Arrays.toString(SpanKind.values()));
  }

  private Decision decision(Word first) {
    if (first.raw().endsWith("/s")) {
      return new Decision(1, rate(first));
    }
    double ratio = ratio(first);
    double rate = Double.POSITIVE_INFINITY;
    if (reader.takes(',')) {
      rate = rate(reader.word("after the comma a rate is missing, such as 10/s"));
    }
    return new Decision(ratio, rate);
  }

  private double ratio(Word word) {
    Double ratio = number(word.raw());
    if (ratio == null || ratio > 1) {
      throw reader.faultAt(
          word.offset(),
          "'" + word.raw() + "' is neither a ratio from 0 to 1 nor a rate such as 10/s");
    }
    return ratio;
  }

  private double rate(Word word) {
    String raw = word.raw();
    Double rate = raw.endsWith("/s") ? number(raw.substring(0, raw.length() - 2).strip()) : null;
    if (rate == null || rate < MIN_RATE || rate > MAX_RATE) {
      throw reader.faultAt(
          word.offset(),
          "'" + raw + "' is no rate; it is 10/s or another number from 0.001 to 1000000 a second");
    }
    return rate;
  }

  /** A number in digits, with a point or without; no sign, no exponent. */
  private static @Nullable Double number(String text) {
    boolean digits = text.chars().allMatch(c -> "0123456789.".indexOf(c) >= 0);
    try {
      return digits ? Double.valueOf(text) : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
