package io.spanloom.runtime.woven;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The prices in effect: the bundled table, preceded by the file that the system property {@code
 * spanloom.ai.prices} or the environment variable {@code SPANLOOM_AI_PRICES} names. Programs can
 * change them. Safe for use by multiple threads.
 */
final class PriceSettings {

  private static final String TABLE = "model-prices.tsv";
  private static final String FILE = "spanloom.ai.prices";

  private static volatile @Nullable ModelPrices current;

  private PriceSettings() {}

  /** Returns the prices, which the first call loads. */
  static ModelPrices current() {
    ModelPrices known = current;
    return known == null ? load() : known;
  }

  private static synchronized ModelPrices load() {
    ModelPrices known = current;
    if (known == null) {
      known = bundled().precededBy(configured());
      current = known;
    }
    return known;
  }

  static synchronized void add(ModelPrices prices) {
    current = current().precededBy(prices);
  }

  static synchronized void replace(ModelPrices prices) {
    current = prices;
  }

  static synchronized void reset() {
    current = null;
  }

  private static ModelPrices bundled() {
    try (InputStream table = ModelPrices.class.getResourceAsStream(TABLE)) {
      if (table != null) {
        return ModelPrices.read(new InputStreamReader(table, StandardCharsets.UTF_8));
      }
    } catch (IOException | RuntimeException failure) {
      TracingFailures.swallow("reading the prices of AI models", failure);
    }
    return ModelPrices.NONE;
  }

  private static ModelPrices configured() {
    String file = RuntimeSettings.get(FILE);
    if (file == null || file.isBlank()) {
      return ModelPrices.NONE;
    }
    try (Reader table = Files.newBufferedReader(Path.of(file))) {
      return ModelPrices.read(table);
    } catch (IOException | RuntimeException failure) {
      TracingFailures.swallow("reading the file that " + FILE + " names", failure);
      return ModelPrices.NONE;
    }
  }
}
