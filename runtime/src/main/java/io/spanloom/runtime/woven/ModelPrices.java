package io.spanloom.runtime.woven;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The prices of tokens by provider and model. A model that is not listed has no price, because an
 * estimate would look like a real price. Immutable.
 */
final class ModelPrices {

  private static final int PRICES = 2;
  private static final int COLUMNS = 6;
  private static final String COMPARISONS = "=^~$";

  /** Limits memory if a program generates names of models. */
  private static final int MAX_FOUND = 1_000;

  static final ModelPrices NONE = new ModelPrices(List.of());

  private final Map<String, Provider> byProvider = new HashMap<>();

  private ModelPrices(List<Row> rows) {
    rows.forEach(
        row -> byProvider.computeIfAbsent(row.provider, name -> new Provider()).rows.add(row));
  }

  /**
   * Reads a table: one line per model, with tabs between provider, rules and prices.
   *
   * @throws IOException if the table cannot be read
   * @throws IllegalArgumentException if a line is invalid
   */
  static ModelPrices read(Reader table) throws IOException {
    List<Row> rows = new ArrayList<>();
    BufferedReader lines = new BufferedReader(table);
    int number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (!line.isBlank() && line.charAt(0) != '#') {
        try {
          addRows(line, rows);
        } catch (IllegalArgumentException invalid) {
          throw new IllegalArgumentException(
              "Line " + number + " is not a price: " + line, invalid);
        }
      }
    }
    return new ModelPrices(rows);
  }

  private static void addRows(String line, List<Row> rows) {
    String[] columns = line.split("\t", -1);
    if (columns.length < PRICES || columns.length > COLUMNS) {
      throw new IllegalArgumentException("columns: " + columns.length);
    }
    List<Rule> rules = Arrays.stream(columns[1].split(" ", -1)).map(Rule::parse).toList();
    TokenPrices.@Nullable Tiers[] prices = new TokenPrices.@Nullable Tiers[COLUMNS];
    for (int i = PRICES; i < columns.length; i++) {
      prices[i] = TokenPrices.Tiers.parse(columns[i].trim());
    }
    TokenPrices tokens = new TokenPrices(prices[2], prices[3], prices[4], prices[5]);
    for (String provider : columns[0].split(" ", -1)) {
      rows.add(new Row(provider, rules, tokens));
    }
  }

  /** Returns these prices, preceded by others. */
  ModelPrices precededBy(ModelPrices others) {
    List<Row> rows = new ArrayList<>();
    others.byProvider.values().forEach(provider -> rows.addAll(provider.rows));
    byProvider.values().forEach(provider -> rows.addAll(provider.rows));
    return new ModelPrices(rows);
  }

  /**
   * Returns the prices of a model, or null if it is not listed.
   *
   * @param provider the provider, or null for any; the prices of all providers must then be equal
   */
  @Nullable TokenPrices find(@Nullable String provider, String model) {
    if (provider == null) {
      return find(model);
    }
    Provider known = byProvider.get(provider);
    return known == null ? null : known.find(model);
  }

  /** Returns the prices of a model, or null if it is not listed or providers' prices differ. */
  @Nullable TokenPrices find(String model) {
    TokenPrices result = null;
    for (String provider : byProvider.keySet()) {
      TokenPrices found = find(provider, model);
      if (found != null && result != null && !found.equals(result)) {
        return null;
      }
      result = found == null ? result : found;
    }
    return result;
  }

  /** The rows of a provider, and the models that were looked up. Safe for concurrent look-ups. */
  private static final class Provider {

    private final List<Row> rows = new ArrayList<>();
    private final Map<String, Optional<TokenPrices>> found = new ConcurrentHashMap<>();

    @Nullable TokenPrices find(String model) {
      Optional<TokenPrices> prices = found.get(model);
      if (prices == null) {
        prices = rows.stream().filter(row -> row.matches(model)).map(Row::prices).findFirst();
        if (found.size() < MAX_FOUND) {
          found.put(model, prices);
        }
      }
      return prices.orElse(null);
    }
  }

  /** The prices of one model, and the rules that match its names. */
  private record Row(String provider, List<Rule> rules, TokenPrices prices) {

    boolean matches(String model) {
      for (Rule rule : rules) {
        if (rule.matches(model)) {
          return true;
        }
      }
      return false;
    }
  }

  /** A rule: how to compare a model's name, and with which text. */
  private record Rule(char comparison, String text) {

    private static Rule parse(String rule) {
      if (rule.length() < 2 || COMPARISONS.indexOf(rule.charAt(0)) < 0) {
        throw new IllegalArgumentException("rule: " + rule);
      }
      return new Rule(rule.charAt(0), rule.substring(1));
    }

    boolean matches(String model) {
      return switch (comparison) {
        case '=' -> model.equals(text);
        case '^' -> model.startsWith(text);
        case '~' -> model.contains(text);
        default -> model.endsWith(text);
      };
    }
  }
}
