package io.spanloom.telemetry.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.SpanKind;
import io.spanloom.support.RandomChoices;
import io.spanloom.support.RandomTest;
import io.spanloom.telemetry.settings.Glob;
import java.util.List;

/** Properties of all rules and all texts. */
final class SamplingRulesPropertyTest {

  private static final String CHARACTERS = "ab=&;,\"\\#* \t./0159s\r{}[]$^äÄ\uD83D\uDE00";

  @RandomTest
  void parsesPrintedRulesAsSameRules(RandomChoices random) {
    SamplingRules rules = rules(random);

    assertThat(SamplingRules.parse(rules.toString())).isEqualTo(rules);
  }

  @RandomTest
  void parsesOrRejectsGarbageWithPosition(RandomChoices random) {
    String text = pieces(random);

    try {
      SamplingRules rules = SamplingRules.parse(text);

      assertThat(SamplingRules.parse(rules.toString())).isEqualTo(rules);
    } catch (SamplingRulesException rejected) {
      String[] lines = text.split("\n", -1);
      assertThat(rejected.line()).isBetween(1, lines.length);
      assertThat(rejected.column()).isBetween(1, lines[rejected.line() - 1].length() + 1);
    }
  }

  @RandomTest
  void parsesOrRejectsAnyText(RandomChoices random) {
    String text = random.string(255);

    try {
      assertThat(SamplingRules.parse(text).rules()).isNotEmpty();
    } catch (SamplingRulesException rejected) {
      assertThat(rejected).hasMessageContaining("column " + rejected.column() + ": ");
    }
  }

  private static String pieces(RandomChoices random) {
    return String.join("", random.list(0, 12, () -> piece(random)));
  }

  private static String piece(RandomChoices random) {
    return random.between(1, 4) == 1
        ? random.oneOf("a = 1", "* = 0.5, 3/s", "kind=SERVER & b=c = 0", "\"x y\" = 2/s", ";")
        : random.oneOf("a", "*", "=", "&", ";", ",", "\"", "\\", "#", " ", "\n", "kind", "0.5");
  }

  private static SamplingRules rules(RandomChoices random) {
    return new SamplingRules(random.list(1, 4, () -> rule(random)));
  }

  private static SamplingRule rule(RandomChoices random) {
    List<RuleCondition> conditions = random.list(1, 3, () -> condition(random));
    SamplingRule rule = new SamplingRule(conditions, decision(random));
    return rule.matchesEverySpan() ? rule(random) : rule;
  }

  private static RuleCondition condition(RandomChoices random) {
    return switch (random.between(1, 4)) {
      case 1 -> new RuleCondition.OfName(glob(random));
      case 2 -> new RuleCondition.OfPackage(glob(random));
      case 3 -> new RuleCondition.OfKind(random.oneOf(SpanKind.class));
      default -> RuleCondition.OfAttribute.named(text(random), glob(random));
    };
  }

  private static RuleDecision decision(RandomChoices random) {
    double rate =
        random.oneOf(true, false) ? Double.POSITIVE_INFINITY : random.between(0.001, 1_000_000, 3);
    return new RuleDecision(random.between(0.0, 1.0, 6), rate);
  }

  private static Glob glob(RandomChoices random) {
    return new Glob(random.list(1, 3, () -> text(random)));
  }

  private static String text(RandomChoices random) {
    return random.oneOf(true, false)
        ? random.string(CHARACTERS, 6)
        : random.oneOf("kind", "name", "package", "/health");
  }
}
