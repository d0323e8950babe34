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
  private static final String CUT = "x".repeat(4_096);

  @Test
  void whatIsTooLongLosesItsEndAtTheStartAndAtTheEndOfACall() {
    SpanSite site = SpanSite.of("call", "shop.Shop.call");
    try (InMemoryTracing telemetry = InMemoryTracing.install()) {
      SpanStart start = site.begin();
      assertThat(start).isNotNull();
      start
          .attribute(stringKey("long"), LONG)
          .attribute(stringKey("short"), CUT)
          .attribute(stringArrayKey("list"), List.of("a", LONG))
          .enter();
      RecordingSpan end = site.ending();
      assertThat(end).isNotNull();
      end.attribute(stringKey("end"), LONG)
          .attribute(stringArrayKey("linked"), new LinkedList<>(List.of(LONG, "b")));
      site.end();

      Attributes attributes = telemetry.spans().get(0).getAttributes();
      assertThat(attributes.get(stringKey("long"))).isEqualTo(CUT);
      assertThat(attributes.get(stringKey("short"))).isEqualTo(CUT);
      assertThat(attributes.get(stringArrayKey("list"))).containsExactly("a", CUT);
      assertThat(attributes.get(stringKey("end"))).isEqualTo(CUT);
      assertThat(attributes.get(stringArrayKey("linked"))).containsExactly(CUT, "b");
    }
  }

  @Test
  void whatIsShortEnoughIsLeftAsItIs() {
    assertThat(TextLimit.shortened(stringKey("a"), CUT)).isNull();
    assertThat(TextLimit.shortened(stringArrayKey("a"), List.of(CUT))).isNull();
    assertThat(TextLimit.shortened(stringArrayKey("a"), new LinkedList<>(List.of("b")))).isNull();
    assertThat(TextLimit.shortened(longKey("a"), 1L)).isNull();
    assertThat(TextLimit.cut(CUT)).isSameAs(CUT);
  }

  @Test
  void noCharacterIsCutInTwo() {
    String text = "ab\uD83D\uDE00cd";
    assertThat(TextLimit.cut(text, 3)).isEqualTo("ab");
    assertThat(TextLimit.cut(text, 4)).isEqualTo("ab\uD83D\uDE00");
    assertThat(TextLimit.cut("ab\uD83Dcd", 3)).isEqualTo("ab\uD83D");
  }

  @Test
  void aLengthThatMakesNoSenseIsNotTaken() {
    assertThat(TextLimit.configured(" 100 ")).isEqualTo(100);
    assertThat(TextLimit.configured(null)).isEqualTo(4_096);
    assertThat(TextLimit.configured("")).isEqualTo(4_096);
    assertThat(TextLimit.configured("0")).isEqualTo(4_096);
    assertThat(TextLimit.configured("-1")).isEqualTo(4_096);
    assertThat(TextLimit.configured("much")).isEqualTo(4_096);
  }
}
