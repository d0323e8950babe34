package io.spanloom.telemetry.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.support.RandomChoices;
import io.spanloom.support.RandomTest;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GlobTest {

  @ParameterizedTest
  @CsvSource({
    "/health, /health, true",
    "/health, /healthy, false",
    "/health*, /health, true",
    "/health*, /healthy, true",
    "*.place, OrderService.place, true",
    "*.place, OrderService.places, false",
    "a*a, a, false",
    "a*a, aa, true",
    "a*b*c, a-b-c, true",
    "a*b*c, acb, false",
    "*ab*ab*, ab, false",
    "*, '', true",
    "**, anything, true",
    "'', '', true",
    "'', a, false"
  })
  void matches(String pattern, String text, boolean expected) {
    assertThat(Glob.of(pattern).matches(text)).isEqualTo(expected);
  }

  @RandomTest
  void matchesLikeEquivalentRegularExpression(RandomChoices random) {
    String pattern = random.string("ab*", 6);
    String text = random.string("ab", 8);
    boolean expected =
        Pattern.matches(
            List.of(pattern.split("\\*", -1)).stream()
                .map(Pattern::quote)
                .collect(Collectors.joining(".*")),
            text);

    assertThat(Glob.of(pattern).matches(text)).isEqualTo(expected);
  }

  @RandomTest
  void normalizesPatterns(RandomChoices random) {
    Glob glob = new Glob(random.list(1, 8, () -> random.string(8)));

    assertThat(new Glob(glob.parts())).isEqualTo(glob);
  }

  @RandomTest
  void matchesBeginningLikeWholeText(RandomChoices random) {
    Glob glob = Glob.of(random.string("ab*", 5));
    String beginning = random.string("ab", 5);
    String rest = random.string("ab", 5);

    assertThat(glob.matches(beginning + rest, beginning.length()))
        .isEqualTo(glob.matches(beginning));
  }
}
