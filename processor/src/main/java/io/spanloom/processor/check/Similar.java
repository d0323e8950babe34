package io.spanloom.processor.check;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds the names that somebody may have meant. */
final class Similar {

  private Similar() {}

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

  /** How many letters have to be put in, left out or changed (Levenshtein). */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int above = row[j];
        int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(changed, Math.min(above, row[j - 1]) + 1);
        diagonal = above;
      }
    }
    return row[b.length()];
  }
}
