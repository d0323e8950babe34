package io.spanloom.processor.check;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The models that the runtime's price table lists. The build copies the table from the runtime. */
final class PricedModels {

  private static final String TABLE = "/io/spanloom/runtime/woven/model-prices.tsv";

  private static final List<String[]> ROWS = rows();

  private PricedModels() {}

  /** Returns whether the model of a provider has a price; true if the table is missing. */
  static boolean contains(String provider, String model) {
    return ROWS.isEmpty()
        || ROWS.stream()
            .filter(row -> List.of(row[0].split(" ", -1)).contains(provider))
            .flatMap(row -> Arrays.stream(row[1].split(" ", -1)))
            .anyMatch(rule -> matches(rule, model));
  }

  private static boolean matches(String rule, String model) {
    String text = rule.substring(1);
    return switch (rule.charAt(0)) {
      case '=' -> model.equals(text);
      case '^' -> model.startsWith(text);
      case '~' -> model.contains(text);
      default -> model.endsWith(text);
    };
  }

  private static List<String[]> rows() {
    try (InputStream table = PricedModels.class.getResourceAsStream(TABLE)) {
      return table == null
          ? List.of()
          : new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))
              .lines()
              .filter(line -> !line.isEmpty() && line.charAt(0) != '#')
              .map(line -> line.split("\t", -1))
              .toList();
    } catch (IOException unreadable) {
      return List.of();
    }
  }
}
