package io.spanloom.telemetry.settings;

import java.util.ArrayList;
import java.util.List;

/**
 * A text with places where any characters may stand, none included. Matching makes no objects.
 *
 * @param parts what stands before, between and after those places; one part is a text without any
 */
public record Glob(List<String> parts) {

  /** A text that any text matches. */
  public static final Glob ANY = new Glob(List.of("", ""));

  /**
   * Makes the shortest form: two places without a text between them are one.
   *
   * @throws IllegalArgumentException if there is no part
   */
  public Glob {
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("no part");
    }
    List<String> shortest = new ArrayList<>(parts);
    if (parts.size() > 2) {
      shortest.subList(1, parts.size() - 1).removeIf(String::isEmpty);
    }
    parts = List.copyOf(shortest);
  }

  /**
   * Returns the pattern in which each {@code *} is such a place.
   *
   * @param pattern the pattern
   * @return what it matches
   */
  public static Glob of(String pattern) {
    return new Glob(List.of(pattern.split("\\*", -1)));
  }

  /**
   * Returns whether a text is as the pattern says.
   *
   * @param text the text
   * @return whether all of it matches
   */
  public boolean matches(String text) {
    return matches(text, text.length());
  }

  /**
   * Returns whether the beginning of a text is as the pattern says.
   *
   * @param text the text
   * @param length how many of its characters count
   * @return whether all of these match
   */
  public boolean matches(String text, int length) {
    String first = parts.get(0);
    if (parts.size() == 1) {
      return first.length() == length && text.startsWith(first);
    }
    String last = parts.get(parts.size() - 1);
    int end = length - last.length();
    return first.length() <= end
        && text.startsWith(first)
        && text.startsWith(last, end)
        && innerPartsLieBetween(first.length(), end, text);
  }

  private boolean innerPartsLieBetween(int start, int end, String text) {
    int from = start;
    for (int i = 1; i < parts.size() - 1; i++) {
      String part = parts.get(i);
      int found = text.indexOf(part, from);
      if (found < 0 || found + part.length() > end) {
        return false;
      }
      from = found + part.length();
    }
    return true;
  }
}
