package io.spanloom.telemetry.view.tree;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * Makes any text safe and short enough for a terminal: what would move the cursor, change colours
 * or turn the direction of reading is shown as an escape such as {@code \n} or <code>&#92;u001b
 * </code>, and what is too wide ends with an ellipsis, between characters.
 */
final class TerminalText {

  private static final char ELLIPSIS = '…';
  private static final int ZERO_WIDTH_JOINER = 0x200d;

  /** Marks that take no column could be piled up without end. */
  private static final int MOST_PER_COLUMN = 4;

  /** Of these, each character takes two columns, other than its half-width form. */
  private static final Set<UnicodeScript> WIDE =
      EnumSet.of(
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.HANGUL,
          UnicodeScript.BOPOMOFO,
          UnicodeScript.YI);

  private TerminalText() {}

  /**
   * Returns what can be printed.
   *
   * @param text anything, even with half a surrogate pair
   * @param columns the most that it may take; nothing fits into less than one
   */
  static String of(String text, int columns) {
    StringBuilder printable = new StringBuilder();
    int used = 0;
    int fitting = 0; // the length that leaves a column for the ellipsis
    int seen = 0;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      String piece = piece(text.codePointAt(i));
      used += width(piece);
      seen++;
      if (used > columns || seen > MOST_PER_COLUMN * columns) {
        return columns < 1 ? "" : printable.substring(0, fitting) + ELLIPSIS;
      }
      printable.append(piece);
      if (used < columns) {
        fitting = printable.length();
      }
    }
    return printable.toString();
  }

  /** Returns how many columns a text takes that can be printed. */
  static int width(String printable) {
    return printable.codePoints().map(TerminalText::width).sum();
  }

  private static String piece(int character) {
    return switch (character) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      case ZERO_WIDTH_JOINER -> Character.toString(character); // holds emoji together
      default -> isInvisible(character) ? escape(character) : Character.toString(character);
    };
  }

  private static boolean isInvisible(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  private static String escape(int character) {
    return String.format(Locale.ROOT, "\\u%04x", character);
  }

  private static int width(int character) {
    int type = Character.getType(character);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    return isWide(character) ? 2 : 1;
  }

  private static boolean isWide(int character) {
    if (character >= 0xff61 && character <= 0xffdc) {
      return false; // half-width forms
    }
    return WIDE.contains(UnicodeScript.of(character))
        || (character >= 0x3000 && character <= 0x303e) // punctuation of these scripts
        || (character >= 0xff01 && character <= 0xff60) // full-width forms
        || (character >= 0xffe0 && character <= 0xffe6)
        || (character >= 0x1f300 && character <= 0x1faff); // emoji
  }
}
