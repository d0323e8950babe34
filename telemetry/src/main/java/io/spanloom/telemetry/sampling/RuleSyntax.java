package io.spanloom.telemetry.sampling;

import io.spanloom.telemetry.settings.Glob;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The keywords and special characters of rules, and quoting. */
final class RuleSyntax {

  static final String NAME = "name";
  static final String KIND = "kind";
  static final String PACKAGE = "package";

  static final char ANY = '*';
  static final char QUOTE = '"';
  static final char ESCAPE = '\\';
  static final char COMMENT = '#';

  /** A ratio or a rate, followed by a blank and another word: probably a forgotten separator. */
  static final Pattern DECISION_AND_MORE =
      Pattern.compile("((?:[01]|[01]?\\.\\d+)|(?:\\d+|\\d*\\.\\d+)/s)\\s.*", Pattern.DOTALL);

  private static final Set<String> KEYWORDS = Set.of(NAME, KIND, PACKAGE);

  /** The characters that end an unquoted text. */
  private static final String SPECIAL = "=&;,\n" + QUOTE + ESCAPE;

  private RuleSyntax() {}

  static boolean isSpecial(char character) {
    return SPECIAL.indexOf(character) >= 0;
  }

  static boolean isKeyword(String word) {
    return KEYWORDS.contains(word);
  }

  /** Returns a pattern in the syntax of rules, quoted if necessary. */
  static String format(Glob pattern) {
    boolean noAsterisk = pattern.parts().stream().noneMatch(part -> part.indexOf(ANY) >= 0);
    String unquoted = String.join("*", pattern.parts());
    return noAsterisk && needsNoQuotes(unquoted)
        ? unquoted
        : pattern.parts().stream()
            .map(RuleSyntax::escape)
            .collect(Collectors.joining("*", "\"", "\""));
  }

  /** Returns an attribute key in the syntax of rules, quoted if necessary. */
  static String formatKey(String key) {
    return isKeyword(key) || key.indexOf(ANY) >= 0 || !needsNoQuotes(key)
        ? QUOTE + escape(key) + QUOTE
        : key;
  }

  private static boolean needsNoQuotes(String text) {
    return !text.isEmpty()
        && text.equals(text.strip())
        && text.chars().noneMatch(character -> isSpecial((char) character))
        && !DECISION_AND_MORE.matcher(text).matches()
        && !containsComment(text);
  }

  private static boolean containsComment(String text) {
    for (int i = text.indexOf(COMMENT); i >= 0; i = text.indexOf(COMMENT, i + 1)) {
      if (i == 0 || Character.isWhitespace(text.charAt(i - 1))) {
        return true;
      }
    }
    return false;
  }

  private static String escape(String text) {
    StringBuilder result = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      if (character == ANY || character == QUOTE || character == ESCAPE) {
        result.append(ESCAPE);
      }
      result.append(character);
    }
    return result.toString();
  }
}
