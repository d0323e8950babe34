package io.spanloom.processor.check;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds the names that somebody may have meant. */
final class Suggestions {

  private Suggestions() {}

  /** Returns the choices that differ from a name in few letters, the nearest first. */
  static List<String> to(String name, List<String> choices) {
    String wanted = plain(name);
    int limit = Math.max(1, wanted.length() / 3);
    return choices.stream()
        .filter(choice -> distance(wanted, plain(choice)) <= limit)
        .sorted(Comparator.comparingInt(choice -> distance(wanted, plain(choice))))
        .toList();
  }

  /** A name without what tells a field from a getter and a call. */
  private static String plain(String name) {
    String result = name.replace("()", "").toLowerCase(Locale.ROOT);
    return result.startsWith("get") && result.length() > 3 ? result.substring(3) : result;
  }

  /** How many letters have to be put in, left out, changed or swapped with the next. */
  private static int distance(String a, String b) {
    int[][] distances = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        distances[i][j] = Math.min(i, j) == 0 ? Math.max(i, j) : next(a, b, i, j, distances);
      }
    }
    return distances[a.length()][b.length()];
  }

  private static int next(String a, String b, int i, int j, int[][] distances) {
    int changed = distances[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
    int nearest = Math.min(changed, Math.min(distances[i - 1][j], distances[i][j - 1]) + 1);
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(nearest, distances[i - 2][j - 2] + 1) : nearest;
  }
}
