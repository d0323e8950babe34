package io.spanloom.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AttributesTest {

  private static final String SOURCE =
      """
      package shop;
      import io.spanloom.SpanAttribute;
      import io.spanloom.Traced;
      import java.util.UUID;
      public class Types {
        enum Level { LOW, HIGH { @Override public String toString() { return "shown"; } } }
        @Traced static void primitives(@SpanAttribute boolean a, @SpanAttribute byte b, @SpanAttribute short c,
            @SpanAttribute char d, @SpanAttribute int e, @SpanAttribute long f, @SpanAttribute float g,
            @SpanAttribute double h) {}
        @Traced static void objects(@SpanAttribute Boolean a, @SpanAttribute Byte b, @SpanAttribute Short c,
            @SpanAttribute Character d, @SpanAttribute Integer e, @SpanAttribute Long f, @SpanAttribute Float g,
            @SpanAttribute Double h, @SpanAttribute String i, @SpanAttribute UUID j, @SpanAttribute Level k,
            @SpanAttribute Enum<?> l) {}
        @Traced static <E extends Enum<E>> void named(@SpanAttribute("given.key") E level, String other,
            @SpanAttribute final String orderId) {}
        public static Object run() {
          primitives(true, Byte.MIN_VALUE, Short.MAX_VALUE, '\\u00e4', Integer.MIN_VALUE, Long.MAX_VALUE, 0.5f,
              Double.NaN);
          objects(false, (byte) 1, (short) 2, 'd', 3, 4L, 1.5f, 2.5, "", new UUID(1, 2), Level.HIGH, Level.LOW);
          named(Level.HIGH, "", "o-1");
          objects(null, null, null, null, null, null, null, null, null, null, null, null);
          named(null, null, null);
          return null;
        }
      }
      """;

  @ParameterizedTest
  @ValueSource(strings = {"-g:none", "-g", "-parameters"})
  void supportsAllAttributeTypes(String option) {
    ComparedRun compared = ComparedRun.run("shop.Types", Program.compile(List.of(option), SOURCE));

    assertThat(compared.attributes(0))
        .isEqualTo(
            attributes("shop.Types.primitives")
                .put("a", true)
                .put("b", -128L)
                .put("c", 32767L)
                .put("d", "ä")
                .put("e", (long) Integer.MIN_VALUE)
                .put("f", Long.MAX_VALUE)
                .put("g", 0.5)
                .put("h", Double.NaN)
                .build());
    assertThat(compared.attributes(1))
        .isEqualTo(
            attributes("shop.Types.objects")
                .put("a", false)
                .put("b", 1L)
                .put("c", 2L)
                .put("d", "d")
                .put("e", 3L)
                .put("f", 4L)
                .put("g", 1.5)
                .put("h", 2.5)
                .put("i", "")
                .put("j", "00000000-0000-0001-0000-000000000002")
                .put("k", "HIGH")
                .put("l", "LOW")
                .build());
    assertThat(compared.attributes(2))
        .isEqualTo(
            attributes("shop.Types.named").put("given.key", "HIGH").put("orderId", "o-1").build());
    assertThat(compared.attributes(3)).isEqualTo(attributes("shop.Types.objects").build());
    assertThat(compared.attributes(4)).isEqualTo(attributes("shop.Types.named").build());
  }

  private static AttributesBuilder attributes(String function) {
    return Attributes.builder().put(AttributeKey.stringKey("code.function.name"), function);
  }
}
