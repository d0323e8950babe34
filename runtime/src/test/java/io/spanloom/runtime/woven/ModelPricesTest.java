package io.spanloom.runtime.woven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spanloom.runtime.Ai;
import io.spanloom.runtime.AiUsage;
import io.spanloom.support.ForkedJvm;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Isolated("changes the prices of the process")
final class ModelPricesTest {

  private static final long MILLION = 1_000_000;
  private static final String FILE = "spanloom.ai.prices";

  @AfterEach
  void resetPrices() {
    System.clearProperty(FILE);
    Ai.resetPrices();
  }

  private static ModelPrices read(String table) throws IOException {
    return ModelPrices.read(new StringReader(table));
  }

  private static String cost(ModelPrices prices, String model, AiUsage usage) {
    TokenPrices found = prices.find("p", model);
    return String.valueOf(found == null ? null : found.cost(usage));
  }

  @Test
  void bundledTableListsCommonModels() {
    assertThat(Ai.estimateCost("openai", "gpt-4o", AiUsage.of(MILLION, MILLION)))
        .isEqualByComparingTo("12.5");
    assertThat(Ai.estimateCost("anthropic", "claude-haiku-4-5-20251001", AiUsage.of(MILLION, 0)))
        .isEqualByComparingTo("1");
    assertThat(Ai.estimateCost("gcp.gen_ai", "gemini-2.5-pro", AiUsage.of(100_000, 0)))
        .isEqualByComparingTo("0.125");
  }

  @Test
  void hasNoCostForUnknownModelOrProvider() {
    assertThat(Ai.estimateCost("openai", "gpt-unknown", AiUsage.of(1, 1))).isNull();
    assertThat(Ai.estimateCost("unknown", "gpt-4o", AiUsage.of(1, 1))).isNull();
  }

  /**
   * A usage does not tell text tokens from those of audio or images, which cost several times more.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "openai gpt-4o-audio-preview",
        "openai gpt-4o-mini-audio-preview",
        "openai gpt-4o-realtime-preview",
        "openai gpt-4o-mini-realtime-preview",
        "openai gpt-4o-transcribe",
        "openai gpt-4o-mini-tts",
        "openai gpt-audio",
        "openai gpt-audio-mini",
        "openai gpt-realtime",
        "openai gpt-realtime-mini",
        "openai gpt-image-1.5",
        "gcp.gemini gemini-live-2.5-flash",
        "gcp.gemini gemini-2.5-flash-native-audio-preview-12-2025",
        "gcp.gemini gemini-2.5-flash-image",
        "gcp.gemini gemini-3-pro-image-preview",
        "aws.bedrock amazon.nova-sonic-v1:0",
        "aws.bedrock amazon.nova-2-sonic-v1:0",
        "mistral_ai voxtral-small-24b-2507"
      })
  void hasNoCostForModelWithSeveralKindsOfTokens(String providerAndModel) {
    String[] parts = providerAndModel.split(" ", 2);
    assertThat(Ai.estimateCost(parts[0], parts[1], AiUsage.of(1, 1))).isNull();
    assertThat(Ai.estimateCost(parts[1], AiUsage.of(1, 1))).isNull();
  }

  @Test
  void computesExactCost() {
    // 3 * 2.5 / 1e6, and 1 * 10 / 1e6
    assertThat(Ai.estimateCost("openai", "gpt-4o", AiUsage.of(3, 1)))
        .isEqualByComparingTo("0.0000175");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2.5\t10\t1.25\t3.75",
        "0.0123456789\t0.1\t\t", // more digits than units have
        "3>1000:6\t15>1000:22.5\t0.3>1000:0.6",
        "75000\t1"
      })
  void doubleIsNearestToExactCost(String columns) throws IOException {
    TokenPrices prices = read("p\t=m\t" + columns + "\n").find("p", "m");
    assertThat(prices).isNotNull();
    for (long input : new long[] {0, 3, 999, 1001, 123_456_789, 1L << 47}) {
      AiUsage usage = AiUsage.of(input, 7).withCache(input / 3, input / 5);
      assertThat(prices.dollars(usage)).isEqualTo(prices.cost(usage).doubleValue());
    }
    assertThat(prices.dollars(AiUsage.of(1, 1).withCache(2, 0))).isNull();
    assertThat(prices.dollars(new AiUsage(null, 1L, null, null, null))).isNull();
  }

  @Test
  void appliesPriceOfTierToLongRequest() throws IOException {
    ModelPrices prices = read("p\t=m\t2>100:4\t10>100:20\n");
    assertThat(cost(prices, "m", AiUsage.of(100, 1))).isEqualTo("0.000210");
    assertThat(cost(prices, "m", AiUsage.of(101, 1))).isEqualTo("0.000424");
  }

  @Test
  void pricesCachedTokensSeparately() throws IOException {
    ModelPrices prices = read("p\t=m\t2\t10\t0.5\t3\n");
    assertThat(cost(prices, "m", AiUsage.of(100, 1).withCache(20, 10)))
        .isEqualTo("0.0001900"); // 70 * 2 + 20 * 0.5 + 10 * 3 + 1 * 10
  }

  @Test
  void pricesCachedTokensAsInputWithoutPriceOfTheirOwn() throws IOException {
    assertThat(cost(read("p\t=m\t2\t10\n"), "m", AiUsage.of(100, 1).withCache(20, 10)))
        .isEqualTo("0.000210");
  }

  @Test
  void hasNoCostForInconsistentOrUnknownUsage() throws IOException {
    ModelPrices prices = read("p\t=m\t2\t10\np\t=embedding\t1\n");
    assertThat(cost(prices, "m", AiUsage.of(10, 1).withCache(8, 3))).isEqualTo("null");
    assertThat(cost(prices, "m", new AiUsage(null, 1L, null, null, null))).isEqualTo("null");
    assertThat(cost(prices, "m", new AiUsage(1L, null, null, null, null))).isEqualTo("null");
    assertThat(cost(prices, "m", AiUsage.of(-1, 1))).isEqualTo("null");
    assertThat(cost(prices, "embedding", AiUsage.of(1, 1))).isEqualTo("null");
    assertThat(cost(prices, "embedding", new AiUsage(1L, null, null, null, null)))
        .isEqualTo("0.000001");
  }

  @Test
  void matchesModelByEachKindOfRule() throws IOException {
    ModelPrices prices = read("# a comment\n\np\t=one ^two ~three $four\t1\t1\n");
    for (String model : new String[] {"one", "two-x", "x-three-x", "x-four"}) {
      assertThat(prices.find("p", model)).as(model).isNotNull();
    }
    for (String model : new String[] {"one-x", "x-two", "four-x", ""}) {
      assertThat(prices.find("p", model)).as(model).isNull();
    }
  }

  @Test
  void addedPricesPrecedeOthers() throws IOException {
    Ai.addPrices(new StringReader("openai\t=gpt-4o\t1\t1\nacme\t=m\t3\t3\n"));
    assertThat(Ai.estimateCost("openai", "gpt-4o", AiUsage.of(MILLION, 0)))
        .isEqualByComparingTo("1");
    assertThat(Ai.estimateCost("openai", "gpt-4o-mini", AiUsage.of(MILLION, 0)))
        .isEqualByComparingTo("0.15");
    assertThat(Ai.estimateCost("m", AiUsage.of(MILLION, 0))).isEqualByComparingTo("3");
  }

  @Test
  void replacedPricesHideBundledOnes() throws IOException {
    Ai.replacePrices(new StringReader("acme\t=m\t3\t3\nother\t=m\t4\t3\n"));
    assertThat(Ai.estimateCost("openai", "gpt-4o", AiUsage.of(1, 1))).isNull();
    assertThat(Ai.estimateCost("m", AiUsage.of(1, 1))).as("differs by provider").isNull();
    Ai.resetPrices();
    assertThat(Ai.estimateCost("openai", "gpt-4o", AiUsage.of(1, 1))).isNotNull();
  }

  @Test
  void configuredFilePrecedesBundledTable(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("prices.tsv"), "openai\t=gpt-4o\t1\t2\n");
    System.setProperty(FILE, file.toString());
    Ai.resetPrices();

    assertThat(Ai.estimateCost("openai", "gpt-4o", AiUsage.of(MILLION, MILLION)))
        .isEqualByComparingTo("3");
    assertThat(Ai.estimateCost("gcp.gen_ai", "gemini-2.5-pro", AiUsage.of(100_000, 0)))
        .isEqualByComparingTo("0.125");
  }

  @Test
  void missingOrInvalidFileLeavesBundledTable(@TempDir Path folder) throws IOException {
    Path invalid = Files.writeString(folder.resolve("prices.tsv"), "openai\t=gpt-4o\tfree\n");
    for (String file : List.of(folder.resolve("missing").toString(), invalid.toString(), " ")) {
      System.setProperty(FILE, file);
      Ai.resetPrices();

      assertThat(Ai.estimateCost("openai", "gpt-4o", AiUsage.of(MILLION, MILLION)))
          .as(file)
          .isEqualByComparingTo("12.5");
    }
  }

  @Test
  @Tag("slow")
  void readsFileThatPropertyOrVariableNames(@TempDir Path folder) throws Exception {
    String file =
        Files.writeString(folder.resolve("prices.tsv"), "acme\t=large\t1\t2\n").toString();

    assertThat(ForkedJvm.of(Cost.class).run()).isEqualTo("null");
    assertThat(ForkedJvm.of(Cost.class).property(FILE, file).run()).isEqualTo("3");
    assertThat(ForkedJvm.of(Cost.class).variable("SPANLOOM_AI_PRICES", file).run()).isEqualTo("3");
  }

  /** Prints the cost of a call of a model that the bundled table lacks. */
  static final class Cost {
    public static void main(String[] arguments) {
      BigDecimal cost = Ai.estimateCost("acme", "large", AiUsage.of(MILLION, MILLION));
      System.out.print(cost == null ? null : cost.stripTrailingZeros().toPlainString());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "p",
        "p\tm\t1",
        "p\t=\t1",
        "p\t=m\tx",
        "p\t=m\t-1",
        "p\t=m\t1>2",
        "p\t=m\t1\t2\t3\t4\t5"
      })
  void rejectsInvalidLine(String line) {
    assertThatThrownBy(() -> Ai.addPrices(new StringReader("# prices\n" + line)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("Line 2 is not a price: ");
    assertThat(Ai.estimateCost("openai", "gpt-4o", AiUsage.of(1, 1))).isNotNull();
  }
}
