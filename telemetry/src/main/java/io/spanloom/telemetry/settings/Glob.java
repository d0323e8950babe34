package io.spanloom.telemetry.settings;

import java.util.ArrayList;
import java.util.List;

/**
 * A pattern with wildcards, each of which matches any characters or none. Matching allocates no
 * objects. Not part of the API.
 *
 * @param parts the literal text before, between and after the wildcards; a single part has no
 *     wildcard
 */
public record Glob(List<String> parts) {

  /** A pattern that matches every text. */
  public static final Glob ANY = new Glob(List.of("", ""));

  /**
   * Creates a pattern in its shortest form: adjacent wildcards become one.
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
   * Returns a pattern in which each {@code *} is a wildcard.
   *
   * @param pattern the pattern's text
   * @return the pattern
   */
  public static Glob of(String pattern) {
    return new Glob(List.of(pattern.split("\\*", -1)));
  }

  /**
   * Returns whether this pattern matches all of a text.
   *
   * @param text the text
   * @return whether it matches
   */
  public boolean matches(String text) {
    return matches(text, text.length());
  }

  /**
   * Returns whether this pattern matches the beginning of a text.
   *
   * @param text the text
   * @param length the length of the beginning
   * @return whether all of the beginning matches
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
        && innerPartsMatch(first.length(), end, text);
  }

  private boolean innerPartsMatch(int start, int end, String text) {
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
