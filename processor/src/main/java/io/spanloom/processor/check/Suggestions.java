package io.spanloom.processor.check;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that a misspelled name is probably intended to be. */
final class Suggestions {

  private Suggestions() {}

  /**
   * Returns the candidate with the smallest edit distance to a name.
   *
   * @return the candidate, or nothing if more than about a third of the letters differ
   */
  static Optional<String> nearest(String name, List<String> candidates) {
    String property = propertyName(name);
    int limit = Math.max(1, property.length() / 3);
    return candidates.stream()
        .filter(candidate -> distance(property, propertyName(candidate)) <= limit)
        .min(Comparator.comparingInt(candidate -> distance(property, propertyName(candidate))));
  }

  /** Returns the same name for a field, its getter and its record accessor. */
  private static String propertyName(String name) {
    String result = name.replace("()", "").toLowerCase(Locale.ROOT);
    return result.startsWith("get") && result.length() > 3 ? result.substring(3) : result;
  }

  /** Returns the number of insertions, deletions, substitutions and swaps of adjacent letters. */
  private static int distance(String a, String b) {
    int[][] distances = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        distances[i][j] = Math.min(i, j) == 0 ? Math.max(i, j) : distanceAt(a, b, i, j, distances);
      }
    }
    return distances[a.length()][b.length()];
  }

  private static int distanceAt(String a, String b, int i, int j, int[][] distances) {
    int substituted = distances[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
    int shortest = Math.min(substituted, Math.min(distances[i - 1][j], distances[i][j - 1]) + 1);
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(shortest, distances[i - 2][j - 2] + 1) : shortest;
  }
}
