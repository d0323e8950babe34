package io.spanloom.runtime.woven;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The prices of tokens by provider and model. A model that is not listed has no price, because an
 * estimate would look like a real price.
 */
final class ModelPrices {

  private static final String TABLE = "model-prices.tsv";
  private static final double TOKENS_PER_PRICE = 1_000_000;

  private final Map<String, List<Row>> byProvider;

  private ModelPrices(Map<String, List<Row>> byProvider) {
    this.byProvider = byProvider;
  }

  /** Returns the bundled price table, or an empty table if that is unreadable. */
  static ModelPrices shared() {
    return Shared.PRICES;
  }

  static ModelPrices read(Reader table) throws IOException {
    Map<String, List<Row>> rows = new HashMap<>();
    BufferedReader lines = new BufferedReader(table);
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (!line.isEmpty() && line.charAt(0) != '#') {
        String[] columns = line.split("\t", -1);
        rows.computeIfAbsent(columns[0], provider -> new ArrayList<>())
            .add(
                new Row(
                    List.of(columns[1].split(" ", -1)),
                    Price.of(columns[2]),
                    Price.of(columns[3])));
      }
    }
    return new ModelPrices(rows);
  }

  /**
   * Returns the price of a call.
   *
   * @param provider {@code gen_ai.provider.name}
   * @param model the model's name
   * @param inputTokens the tokens of the request; no discount is applied to cached tokens
   * @param outputTokens the tokens of the response
   * @return the price in US dollars, or null if it is unknown
   */
  @Nullable Double cost(String provider, String model, long inputTokens, long outputTokens) {
    for (Row row : byProvider.getOrDefault(provider, List.of())) {
      if (row.matches(model)) {
        double microDollars =
            inputTokens * row.input.at(inputTokens) + outputTokens * row.output.at(inputTokens);
        return microDollars / TOKENS_PER_PRICE;
      }
    }
    return null;
  }

  /** The prices of one model, and the rules that match its names. */
  private record Row(List<String> rules, Price input, Price output) {

    boolean matches(String model) {
      for (String rule : rules) {
        String text = rule.substring(1);
        boolean matches =
            switch (rule.charAt(0)) {
              case '=' -> model.equals(text);
              case '^' -> model.startsWith(text);
              case '~' -> model.contains(text);
              case '$' -> model.endsWith(text);
              default -> false;
            };
        if (matches) {
          return true;
        }
      }
      return false;
    }
  }

  /** A price per million tokens, which may depend on the length of the request. */
  private record Price(double base, long threshold, double aboveThreshold) {

    static Price of(String text) {
      int tier = text.indexOf('>');
      if (tier < 0) {
        double price = Double.parseDouble(text);
        return new Price(price, Long.MAX_VALUE, price);
      }
      int colon = text.indexOf(':', tier);
      return new Price(
          Double.parseDouble(text.substring(0, tier)),
          Long.parseLong(text.substring(tier + 1, colon)),
          Double.parseDouble(text.substring(colon + 1)));
    }

    double at(long inputTokens) {
      return inputTokens > threshold ? aboveThreshold : base;
    }
  }

  /** Loaded when the first AI call ends. */
  private static final class Shared {

    static final ModelPrices PRICES = load();

    private static ModelPrices load() {
      try (InputStream table = ModelPrices.class.getResourceAsStream(TABLE)) {
        if (table != null) {
          return read(new InputStreamReader(table, StandardCharsets.UTF_8));
        }
      } catch (IOException | RuntimeException failure) {
        TracingFailures.swallow("reading the prices of AI models", failure);
      }
      return new ModelPrices(Map.of());
    }
  }
}
