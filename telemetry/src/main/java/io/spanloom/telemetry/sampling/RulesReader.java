package io.spanloom.telemetry.sampling;

import io.spanloom.telemetry.settings.Glob;
import java.util.ArrayList;
import java.util.List;

/** Walks through the text of rules, word by word. */
final class RulesReader {

  private final String text;
  private int position;

  RulesReader(String text) {
    this.text = text;
  }

  /**
   * A name, a pattern, a key or a number.
   *
   * @param pattern what it matches
   * @param raw what is written
   * @param quoted whether in quotation marks
   * @param offset where
   */
  record Word(Glob pattern, String raw, boolean quoted, int offset) {}

  /** Skips what separates rules; returns whether there is another. */
  boolean findsRule() {
    do {
      skipBlanks();
    } while (takes(';') || takes('\n'));
    return position < text.length();
  }

  /** Takes a character, and the blanks before it, if it is the next. */
  boolean takes(char expected) {
    skipBlanks();
    boolean there = position < text.length() && text.charAt(position) == expected;
    if (there) {
      position++;
    }
    return there;
  }

  boolean isAtEndOfRule() {
    skipBlanks();
    return position == text.length() || ";\n".indexOf(text.charAt(position)) >= 0;
  }

  Word word(String missing) {
    skipBlanks();
    int start = position;
    if (takes(RuleText.QUOTE)) {
      return quoted(start);
    }
    while (position < text.length()
        && !RuleText.isSpecial(text.charAt(position))
        && !isAtComment()) {
      position++;
    }
    String bare = text.substring(start, position).strip();
    if (bare.isEmpty()) {
      throw fault(
          position < text.length() && text.charAt(position) == RuleText.ESCAPE
              ? "a backslash may only stand in quotation marks"
              : missing);
    }
    return new Word(Glob.of(bare), bare, false, start);
  }

  private Word quoted(int start) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    while (position < text.length() && text.charAt(position) != '\n') {
      char next = text.charAt(position++);
      if (next == RuleText.QUOTE) {
        parts.add(part.toString());
        return new Word(new Glob(parts), text.substring(start, position), true, start);
      } else if (next == RuleText.ANY) {
        parts.add(part.toString());
        part.setLength(0);
      } else if (next == RuleText.ESCAPE) {
        part.append(escaped());
      } else {
        part.append(next);
      }
    }
    throw faultAt(start, "the quotation mark is never closed");
  }

  private char escaped() {
    char next = position < text.length() ? text.charAt(position) : '\n';
    if (next != RuleText.QUOTE && next != RuleText.ANY && next != RuleText.ESCAPE) {
      throw faultAt(position - 1, "after a backslash comes \", * or another backslash");
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
    return text.charAt(position) == RuleText.COMMENT
        && (position == 0 || Character.isWhitespace(text.charAt(position - 1)));
  }

  SamplingRulesException fault(String problem) {
    return faultAt(position, problem);
  }

  SamplingRulesException faultAt(int offset, String problem) {
    return new SamplingRulesException(text, offset, problem);
  }
}
