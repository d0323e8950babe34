package io.spanloom.telemetry.view.tree;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * Makes a text safe and short enough for a terminal. Characters that would move the cursor, change
 * colors or reverse the reading direction become escapes such as {@code \n} or <code>&#92;u001b
 * </code>; a text that is too wide is truncated between characters and ends with an ellipsis.
 */
final class TerminalText {

  private static final char ELLIPSIS = '…';
  private static final int ZERO_WIDTH_JOINER = 0x200d;

  /** The maximum number of characters per column, because combining marks have no width. */
  private static final int MAX_PER_COLUMN = 4;

  /** The scripts whose characters take two columns, except in their half-width forms. */
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
   * Returns a printable form of a text.
   *
   * @param text any text, even with lone surrogates
   * @param columns the maximum width; the result is empty if it is less than one
   */
  static String of(String text, int columns) {
    StringBuilder printable = new StringBuilder();
    int width = 0;
    int truncatedLength = 0; // leaves a column for the ellipsis
    int characters = 0;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      String piece = piece(text.codePointAt(i));
      width += width(piece);
      characters++;
      if (width > columns || characters > MAX_PER_COLUMN * columns) {
        return columns < 1 ? "" : printable.substring(0, truncatedLength) + ELLIPSIS;
      }
      printable.append(piece);
      if (width < columns) {
        truncatedLength = printable.length();
      }
    }
    return printable.toString();
  }

  /** Returns the width of a printable text in columns. */
  static int width(String printable) {
    return printable.codePoints().map(TerminalText::width).sum();
  }

  private static String piece(int character) {
    return switch (character) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      case ZERO_WIDTH_JOINER -> Character.toString(character); // joins emoji
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
