package io.spanloom.telemetry.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.StringLength;
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

  @Property
  void matchesLikeEquivalentRegularExpression(
      @ForAll @StringLength(max = 6) @CharRange(from = 'a', to = 'b') @Chars('*') String pattern,
      @ForAll @StringLength(max = 8) @CharRange(from = 'a', to = 'b') String text) {
    boolean expected =
        Pattern.matches(
            List.of(pattern.split("\\*", -1)).stream()
                .map(Pattern::quote)
                .collect(Collectors.joining(".*")),
            text);

    assertThat(Glob.of(pattern).matches(text)).isEqualTo(expected);
  }

  @Property
  void normalizesPatterns(@ForAll @NotEmpty List<String> parts) {
    Glob glob = new Glob(parts);

    assertThat(new Glob(glob.parts())).isEqualTo(glob);
  }

  @Property
  void matchesBeginningLikeWholeText(
      @ForAll @StringLength(max = 5) @CharRange(from = 'a', to = 'b') @Chars('*') String pattern,
      @ForAll @StringLength(max = 5) @CharRange(from = 'a', to = 'b') String beginning,
      @ForAll @StringLength(max = 5) @CharRange(from = 'a', to = 'b') String rest) {
    Glob glob = Glob.of(pattern);

    assertThat(glob.matches(beginning + rest, beginning.length()))
        .isEqualTo(glob.matches(beginning));
  }
}
