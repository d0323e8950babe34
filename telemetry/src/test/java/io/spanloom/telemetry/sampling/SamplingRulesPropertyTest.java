package io.spanloom.telemetry.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.SpanKind;
import io.spanloom.telemetry.settings.Glob;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Properties of all rules and all texts. */
final class SamplingRulesPropertyTest {

  private static final String CHARACTERS = "ab=&;,\"\\#* \t./0159s\r{}[]$^äÄ\uD83D\uDE00";

  @Property
  void parsesPrintedRulesAsSameRules(@ForAll("rules") SamplingRules rules) {
    assertThat(SamplingRules.parse(rules.toString())).isEqualTo(rules);
  }

  @Property
  void parsesOrRejectsGarbageWithPosition(@ForAll("texts") String text) {
    try {
      SamplingRules rules = SamplingRules.parse(text);

      assertThat(SamplingRules.parse(rules.toString())).isEqualTo(rules);
    } catch (SamplingRulesException rejected) {
      String[] lines = text.split("\n", -1);
      assertThat(rejected.line()).isBetween(1, lines.length);
      assertThat(rejected.column()).isBetween(1, lines[rejected.line() - 1].length() + 1);
    }
  }

  @Property
  void parsesOrRejectsAnyText(@ForAll String text) {
    try {
      assertThat(SamplingRules.parse(text).rules()).isNotEmpty();
    } catch (SamplingRulesException rejected) {
      assertThat(rejected).hasMessageContaining("column " + rejected.column() + ": ");
    }
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> pieces =
        Arbitraries.of("a", "*", "=", "&", ";", ",", "\"", "\\", "#", " ", "\n", "kind", "0.5");
    Arbitrary<String> rules =
        Arbitraries.of("a = 1", "* = 0.5, 3/s", "kind=SERVER & b=c = 0", "\"x y\" = 2/s", ";");
    return Arbitraries.frequencyOf(Tuple.of(3, pieces), Tuple.of(1, rules))
        .list()
        .ofMaxSize(12)
        .map(all -> String.join("", all));
  }

  @Provide
  Arbitrary<SamplingRules> rules() {
    Arbitrary<SamplingRule> rule =
        Combinators.combine(condition().list().ofMinSize(1).ofMaxSize(3), decision())
            .as(SamplingRule::new)
            .filter(some -> !some.matchesEverySpan());
    return rule.list().ofMinSize(1).ofMaxSize(4).map(SamplingRules::new);
  }

  private static Arbitrary<Condition> condition() {
    return Arbitraries.oneOf(
        glob().map(Condition.OfName::new),
        glob().map(Condition.OfPackage::new),
        Arbitraries.of(SpanKind.class).map(Condition.OfKind::new),
        Combinators.combine(text(), glob()).as(Condition.OfAttribute::named));
  }

  private static Arbitrary<Decision> decision() {
    Arbitrary<Double> ratios = Arbitraries.doubles().between(0, 1).ofScale(6);
    Arbitrary<Double> rates =
        Arbitraries.oneOf(
            Arbitraries.just(Double.POSITIVE_INFINITY),
            Arbitraries.doubles().between(0.001, 1_000_000).ofScale(3));
    return Combinators.combine(ratios, rates).as(Decision::new);
  }

  private static Arbitrary<Glob> glob() {
    return text().list().ofMinSize(1).ofMaxSize(3).map(Glob::new);
  }

  private static Arbitrary<String> text() {
    Arbitrary<String> anything = Arbitraries.strings().withChars(CHARACTERS).ofMaxLength(6);
    return Arbitraries.oneOf(anything, Arbitraries.of("kind", "name", "package", "/health"));
  }
}
