package io.spanloom.runtime.woven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.StringReader;
import org.junit.jupiter.api.Test;

final class ModelPricesTest {

  @Test
  void bundledTableListsCommonModels() {
    assertThat(ModelPrices.shared().cost("openai", "gpt-4o", 1_000_000, 1_000_000))
        .isCloseTo(12.5, within(1e-9));
    assertThat(ModelPrices.shared().cost("anthropic", "claude-haiku-4-5-20251001", 1_000_000, 0))
        .isCloseTo(1.0, within(1e-9));
  }

  @Test
  void hasNoCostForUnknownModelOrProvider() {
    assertThat(ModelPrices.shared().cost("openai", "gpt-unknown", 1, 1)).isNull();
    assertThat(ModelPrices.shared().cost("unknown", "gpt-4o", 1, 1)).isNull();
  }

  @Test
  void appliesPriceOfTierToLongRequest() throws IOException {
    ModelPrices prices = ModelPrices.read(new StringReader("p\t=m\t2>100:4\t10>100:20\n"));
    assertThat(prices.cost("p", "m", 100, 1)).isCloseTo(210e-6, within(1e-12));
    assertThat(prices.cost("p", "m", 101, 1)).isCloseTo(424e-6, within(1e-12));
  }

  @Test
  void matchesModelByEachKindOfRule() throws IOException {
    ModelPrices prices =
        ModelPrices.read(new StringReader("# a comment\np\t=one ^two ~three $four\t1\t1\n"));
    for (String model : new String[] {"one", "two-x", "x-three-x", "x-four"}) {
      assertThat(prices.cost("p", model, 1_000_000, 0)).as(model).isEqualTo(1.0);
    }
    for (String model : new String[] {"one-x", "x-two", "four-x", ""}) {
      assertThat(prices.cost("p", model, 1_000_000, 0)).as(model).isNull();
    }
  }
}
