package io.spanloom.runtime.woven;

import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringArrayKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.Attributes;
import java.util.LinkedList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TextLimitTest {

  private static final String LONG = "x".repeat(4_097);
  private static final String TRUNCATED = "x".repeat(4_096);

  @Test
  void truncatesLongStringsAtStartAndEndOfCall() {
    SpanSite site = SpanSite.of("call", "shop.Shop.call");
    try (InMemoryTracing tracing = InMemoryTracing.install()) {
      SpanStart start = site.begin();
      assertThat(start).isNotNull();
      start
          .attribute(stringKey("long"), LONG)
          .attribute(stringKey("short"), TRUNCATED)
          .attribute(stringArrayKey("list"), List.of("a", LONG))
          .enter();
      RecordingSpan end = site.ending();
      assertThat(end).isNotNull();
      end.attribute(stringKey("end"), LONG)
          .attribute(stringArrayKey("linked"), new LinkedList<>(List.of(LONG, "b")));
      site.end();

      Attributes attributes = tracing.spans().get(0).getAttributes();
      assertThat(attributes.get(stringKey("long"))).isEqualTo(TRUNCATED);
      assertThat(attributes.get(stringKey("short"))).isEqualTo(TRUNCATED);
      assertThat(attributes.get(stringArrayKey("list"))).containsExactly("a", TRUNCATED);
      assertThat(attributes.get(stringKey("end"))).isEqualTo(TRUNCATED);
      assertThat(attributes.get(stringArrayKey("linked"))).containsExactly(TRUNCATED, "b");
    }
  }

  @Test
  void keepsShortValues() {
    assertThat(TextLimit.truncated(stringKey("a"), TRUNCATED)).isNull();
    assertThat(TextLimit.truncated(stringArrayKey("a"), List.of(TRUNCATED))).isNull();
    assertThat(TextLimit.truncated(stringArrayKey("a"), new LinkedList<>(List.of("b")))).isNull();
    assertThat(TextLimit.truncated(longKey("a"), 1L)).isNull();
    assertThat(TextLimit.truncate(TRUNCATED)).isSameAs(TRUNCATED);
  }

  @Test
  void doesNotSplitSurrogatePairs() {
    String text = "ab\uD83D\uDE00cd";
    assertThat(TextLimit.truncate(text, 3)).isEqualTo("ab");
    assertThat(TextLimit.truncate(text, 4)).isEqualTo("ab\uD83D\uDE00");
    assertThat(TextLimit.truncate("ab\uD83Dcd", 3)).isEqualTo("ab\uD83D");
  }

  @Test
  void fallsBackToDefaultForInvalidLength() {
    assertThat(TextLimit.parse(" 100 ")).isEqualTo(100);
    assertThat(TextLimit.parse(null)).isEqualTo(4_096);
    assertThat(TextLimit.parse("")).isEqualTo(4_096);
    assertThat(TextLimit.parse("0")).isEqualTo(4_096);
    assertThat(TextLimit.parse("-1")).isEqualTo(4_096);
    assertThat(TextLimit.parse("much")).isEqualTo(4_096);
  }
}
