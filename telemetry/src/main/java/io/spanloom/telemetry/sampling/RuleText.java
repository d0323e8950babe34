package io.spanloom.telemetry.sampling;

import io.spanloom.telemetry.settings.Glob;
import java.util.Set;
import java.util.stream.Collectors;

/** How what a rule says is written. */
final class RuleText {

  static final String NAME = "name";
  static final String KIND = "kind";
  static final String PACKAGE = "package";

  static final char ANY = '*';
  static final char QUOTE = '"';
  static final char ESCAPE = '\\';
  static final char COMMENT = '#';

  private static final Set<String> KEYWORDS = Set.of(NAME, KIND, PACKAGE);

  /** What ends a text that is not quoted. */
  private static final String SPECIAL = "=&;,\n" + QUOTE + ESCAPE;

  private RuleText() {}

  static boolean isSpecial(char character) {
    return SPECIAL.indexOf(character) >= 0;
  }

  static boolean isKeyword(String word) {
    return KEYWORDS.contains(word);
  }

  static String written(Glob pattern) {
    boolean plain = pattern.parts().stream().noneMatch(part -> part.indexOf(ANY) >= 0);
    String bare = String.join("*", pattern.parts());
    return plain && canBeBare(bare)
        ? bare
        : pattern.parts().stream()
            .map(RuleText::escaped)
            .collect(Collectors.joining("*", "\"", "\""));
  }

  static String writtenKey(String key) {
    return isKeyword(key) || key.indexOf(ANY) >= 0 || !canBeBare(key)
        ? QUOTE + escaped(key) + QUOTE
        : key;
  }

  private static boolean canBeBare(String text) {
    return !text.isEmpty()
        && text.equals(text.strip())
        && text.chars().noneMatch(character -> isSpecial((char) character))
        && !beginsComment(text);
  }

  private static boolean beginsComment(String text) {
    for (int i = text.indexOf(COMMENT); i >= 0; i = text.indexOf(COMMENT, i + 1)) {
      if (i == 0 || Character.isWhitespace(text.charAt(i - 1))) {
        return true;
      }
    }
    return false;
  }

  private static String escaped(String text) {
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
