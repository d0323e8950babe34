package io.spanloom.telemetry.sampling;

import io.spanloom.telemetry.settings.Glob;
import java.util.ArrayList;
import java.util.List;

/** Splits the text of rules into words. */
final class RulesReader {

  private final String text;
  private int position;

  RulesReader(String text) {
    this.text = text;
  }

  /**
   * A name, a pattern, an attribute key or a number.
   *
   * @param pattern the word as a pattern
   * @param raw the word as written, with quotation marks
   * @param quoted whether the word is quoted
   * @param offset the word's position
   */
  record Word(Glob pattern, String raw, boolean quoted, int offset) {}

  /** Skips separators and returns whether another rule follows. */
  boolean skipToRule() {
    do {
      skipBlanks();
    } while (consume(';') || consume('\n'));
    return position < text.length();
  }

  /** Consumes a character and the blanks before it; returns false if another one follows. */
  boolean consume(char expected) {
    skipBlanks();
    boolean found = position < text.length() && text.charAt(position) == expected;
    if (found) {
      position++;
    }
    return found;
  }

  boolean isAtEndOfRule() {
    skipBlanks();
    return position == text.length() || ";\n".indexOf(text.charAt(position)) >= 0;
  }

  /**
   * Reads a word.
   *
   * @param expected the error message if there is no word
   */
  Word readWord(String expected) {
    skipBlanks();
    int start = position;
    if (consume(RuleSyntax.QUOTE)) {
      return readQuoted(start);
    }
    while (position < text.length()
        && !RuleSyntax.isSpecial(text.charAt(position))
        && !isAtComment()) {
      position++;
    }
    String unquoted = text.substring(start, position).strip();
    if (unquoted.isEmpty()) {
      throw error(
          position < text.length() && text.charAt(position) == RuleSyntax.ESCAPE
              ? "a backslash is allowed only in quotation marks"
              : expected);
    }
    return new Word(Glob.of(unquoted), unquoted, false, start);
  }

  private Word readQuoted(int start) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    while (position < text.length() && text.charAt(position) != '\n') {
      char next = text.charAt(position++);
      if (next == RuleSyntax.QUOTE) {
        parts.add(part.toString());
        return new Word(new Glob(parts), text.substring(start, position), true, start);
      } else if (next == RuleSyntax.ANY) {
        parts.add(part.toString());
        part.setLength(0);
      } else if (next == RuleSyntax.ESCAPE) {
        part.append(readEscaped());
      } else {
        part.append(next);
      }
    }
    throw errorAt(start, "missing closing quotation mark");
  }

  private char readEscaped() {
    char next = position < text.length() ? text.charAt(position) : '\n';
    if (next != RuleSyntax.QUOTE && next != RuleSyntax.ANY && next != RuleSyntax.ESCAPE) {
      throw errorAt(position - 1, "expected \", * or a backslash after the backslash");
    }
    position++;
    return next;
  }

  private void skipBlanks() {
    while (position < text.length()) {
      if (isAtComment()) {
        int end = text.indexOf('\n', position);
        position = end < 0 ? text.length() : end;
      } else if (text.charAt(position) != '\n' && Character.isWhitespace(text.charAt(position))) {
        position++;
      } else {
        return;
      }
    }
  }

  private boolean isAtComment() {
    return text.charAt(position) == RuleSyntax.COMMENT
        && (position == 0 || Character.isWhitespace(text.charAt(position - 1)));
  }

  SamplingRulesException error(String problem) {
    return errorAt(position, problem);
  }

  SamplingRulesException errorAt(int offset, String problem) {
    return new SamplingRulesException(text, offset, problem);
  }
}
