package io.spanloom.runtime.woven;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ValueRedactorTest {

  @Test
  void hashesEqualValuesEquallyInOneProcess() {
    assertThat(AttributeValues.hashed("a@b.example"))
        .matches("[0-9a-f]{16}")
        .isEqualTo(AttributeValues.hashed(new StringBuilder("a@b.example")))
        .isNotEqualTo(AttributeValues.hashed("b@b.example"));
  }

  @Test
  void hashIsStartOfHmacWithConfiguredKey() {
    // RFC 4231, test case 2.
    assertThat(ValueRedactor.hashed("what do ya want for nothing?", ValueRedactor.key("Jefe")))
        .isEqualTo("5bdcc146bf60754e");
  }

  @Test
  void usesRandomKeyByDefault() {
    assertThat(ValueRedactor.key(null)).isNotEqualTo(ValueRedactor.key(null));
    assertThat(ValueRedactor.key("  ")).isNotEqualTo(ValueRedactor.key("  "));
    assertThat(ValueRedactor.key("k")).isEqualTo(ValueRedactor.key("k"));
  }

  @Test
  void maskShowsEndOfLongValue() {
    assertThat(AttributeValues.masked("DE8937040044")).isEqualTo("***0044");
    assertThat(AttributeValues.masked(123456789012L)).isEqualTo("***9012");
  }

  @Test
  void maskHidesShortValue() {
    assertThat(AttributeValues.masked("12345678901")).isEqualTo("***");
    assertThat(AttributeValues.masked("")).isEqualTo("***");
  }

  @Test
  void maskDoesNotSplitSurrogatePairs() {
    assertThat(AttributeValues.masked("12345678\uD83D\uDE00901")).isEqualTo("***901");
    assertThat(AttributeValues.masked("1234567\uD83D\uDE00\uD83D\uDE00901")).isEqualTo("***901");
  }

  @Test
  void returnsNullIfToStringThrows() {
    Object unreadable =
        new Object() {
          @Override
          public String toString() {
            throw new IllegalStateException();
          }
        };
    assertThat(AttributeValues.hashed(unreadable)).isNull();
    assertThat(AttributeValues.masked(unreadable)).isNull();
  }
}
