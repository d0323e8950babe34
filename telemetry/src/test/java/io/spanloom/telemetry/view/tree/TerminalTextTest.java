package io.spanloom.telemetry.view.tree;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TerminalTextTest {

  @ParameterizedTest
  @CsvSource({
    "abc,3,abc",
    "abcd,3,ab…",
    "日本語,6,日本語",
    "日本語,5,日本…",
    "日本語,4,日…",
    "😀😀,3,😀…",
    "😀😀,2,…",
    "ｱｲｳ,3,ｱｲｳ",
    "abc,0,''",
    "'',5,''",
  })
  void truncatesBetweenCharacters(String text, int columns, String expected) {
    assertThat(TerminalText.of(text, columns)).isEqualTo(expected);
    assertThat(TerminalText.width(expected)).isLessThanOrEqualTo(columns);
  }

  @ParameterizedTest
  @CsvSource({
    "27,\\u001b",
    "10,\\n",
    "9,\\t",
    "13,\\r",
    "127,\\u007f",
    "155,\\u009b",
    "8238,\\u202e"
  })
  void escapesControlCharacters(int character, String expected) {
    assertThat(TerminalText.of(Character.toString(character), 10)).isEqualTo(expected);
  }

  @Test
  void escapesLoneSurrogates() {
    assertThat(TerminalText.of("a\ud83d", 10)).isEqualTo("a\\ud83d");
    assertThat(TerminalText.of("\ude00b", 10)).isEqualTo("\\ude00b");
  }

  @Test
  void neverTruncatesInsideAnEscape() {
    assertThat(TerminalText.of("ab\u001bcd", 6)).isEqualTo("ab…");
  }

  @Test
  void limitsCombiningMarks() {
    assertThat(TerminalText.of("a" + "\u0301".repeat(100_000), 10)).hasSizeLessThan(50);
    assertThat(TerminalText.of("e\u0301te\u0301", 3)).isEqualTo("e\u0301te\u0301");
  }
}
