package io.spanloom.telemetry.jdbc;

import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Removes the comments and literals of a statement. Databases disagree about where a literal ends,
 * for example about backslashes, nested comments and {@code q'[…]'}; a statement that two databases
 * could read differently is rejected unless its database is known.
 */
final class SqlSanitizer {

  private static final String ORACLE = "oracle.db";
  private static final String POSTGRESQL = "postgresql";

  /** The systems that use double quotes for identifiers only; elsewhere they may quote literals. */
  private static final Set<String> QUOTED_IDENTIFIERS =
      Set.of(POSTGRESQL, ORACLE, "ibm.db2", "sap.hana", "hsqldb", "derby", "clickhouse");

  /** The systems that do not quote identifiers with brackets. */
  private static final Set<String> WITHOUT_BRACKETS =
      Set.of(
          POSTGRESQL,
          ORACLE,
          "ibm.db2",
          "hsqldb",
          "derby",
          "h2database",
          "mysql",
          "mariadb",
          "clickhouse");

  private static final Pattern QUOTE_IN_BRACKETS = Pattern.compile("\\[[^]]*'");

  private final String text;
  private final String system;
  private final StringBuilder result = new StringBuilder();
  private int position;

  private SqlSanitizer(String text, String system) {
    this.text = text;
    this.system = system;
  }

  static boolean quotesIdentifiers(String system) {
    return QUOTED_IDENTIFIERS.contains(system);
  }

  /**
   * Removes comments, and replaces each quoted literal by {@code ?}.
   *
   * @param text a statement
   * @param system the value of {@code db.system.name}, or an empty string
   * @return the statement, or null if it is rejected
   */
  static @Nullable String withoutLiterals(String text, String system) {
    boolean ambiguous =
        text.indexOf('\\') >= 0
            || (!WITHOUT_BRACKETS.contains(system) && QUOTE_IN_BRACKETS.matcher(text).find());
    return ambiguous ? null : new SqlSanitizer(text, system).read();
  }

  private @Nullable String read() {
    while (position < text.length()) {
      boolean understood =
          switch (text.charAt(position)) {
            case '\'' -> quote();
            case '"' -> quotesIdentifiers(system) ? identifier('"') : literal('"');
            case '`' -> identifier('`');
            case '$' -> dollarQuote();
            case '/', '-', '*' -> commentOrOperator();
            default -> copy(1);
          };
      if (!understood) {
        return null;
      }
    }
    return result.toString().strip();
  }

  private boolean copy(int length) {
    result.append(text, position, position + length);
    position += length;
    return true;
  }

  private boolean literal(char quote) {
    int end = quoteEnd(quote);
    return end >= 0 && replaceUntil(end);
  }

  private boolean identifier(char quote) {
    int end = quoteEnd(quote);
    return end >= 0 && text.substring(position, end).indexOf('\'') < 0 && copy(end - position);
  }

  /** Returns the index after the closing quote, or -1; a doubled quote does not close. */
  private int quoteEnd(char quote) {
    int at = text.indexOf(quote, position + 1);
    while (at >= 0 && at + 1 < text.length() && text.charAt(at + 1) == quote) {
      at = text.indexOf(quote, at + 2);
    }
    return at < 0 ? -1 : at + 1;
  }

  private boolean replaceUntil(int end) {
    result.append('?');
    position = end;
    return true;
  }

  private boolean quote() {
    int prefix = alternativeQuotePrefix();
    return prefix == 0 ? literal('\'') : alternativeQuote(prefix);
  }

  /** Returns the length of the word {@code q} or {@code nq} before the quote, or 0. */
  private int alternativeQuotePrefix() {
    if (!isLetter(position - 1, 'q')) {
      return 0;
    }
    int length = isLetter(position - 2, 'n') ? 2 : 1;
    int before = position - length - 1;
    return before >= 0 && isNamePart(text.charAt(before)) ? 0 : length;
  }

  private boolean isLetter(int index, char lower) {
    return index >= 0 && Character.toLowerCase(text.charAt(index)) == lower;
  }

  private static boolean isNamePart(char character) {
    return Character.isLetterOrDigit(character) || "_$#".indexOf(character) >= 0;
  }

  /** Reads Oracle's {@code q'[it's]'}, which other systems read as {@code '[it'} and more. */
  private boolean alternativeQuote(int prefix) {
    if (!system.equals(ORACLE) || position + 1 >= text.length()) {
      return false;
    }
    char open = text.charAt(position + 1);
    if (open == '\'' || Character.isSurrogate(open)) {
      return false;
    }
    int bracket = "[{(<".indexOf(open);
    char close = bracket < 0 ? open : "]})>".charAt(bracket);
    int end = text.indexOf(close + "'", position + 2);
    result.setLength(result.length() - prefix);
    return end >= 0 && replaceUntil(end + 2);
  }

  /** Reads PostgreSQL's {@code $tag$it's$tag$}; elsewhere, {@code $} is part of a name. */
  private boolean dollarQuote() {
    int tagEnd = position + 1;
    while (tagEnd < text.length() && isTagPart(text.charAt(tagEnd))) {
      tagEnd++;
    }
    boolean inName = position > 0 && isNamePart(text.charAt(position - 1));
    if (tagEnd >= text.length() || text.charAt(tagEnd) != '$') {
      return copy(1);
    }
    if (inName || !system.equals(POSTGRESQL)) {
      return false;
    }
    String tag = text.substring(position, tagEnd + 1);
    int end = text.indexOf(tag, tagEnd + 1);
    return end >= 0 && replaceUntil(end + tag.length());
  }

  private static boolean isTagPart(char character) {
    return Character.isLetterOrDigit(character) || character == '_';
  }

  private boolean commentOrOperator() {
    if (text.startsWith("/*", position)) {
      return blockComment();
    }
    if (text.startsWith("--", position)) {
      return lineComment();
    }
    return !text.startsWith("*/", position) && copy(1);
  }

  /** PostgreSQL and SQL Server nest comments; Oracle and MySQL do not. */
  private boolean blockComment() {
    int end = text.indexOf("*/", position + 2);
    int nested = text.indexOf("/*", position + 2);
    if (end < 0 || (nested >= 0 && nested < end)) {
      return false;
    }
    result.append(' ');
    position = end + 2;
    return true;
  }

  /** MySQL requires a blank after {@code --}; without one, it is an operator there. */
  private boolean lineComment() {
    int newLine = text.indexOf('\n', position);
    int end = newLine < 0 ? text.length() : newLine;
    String comment = text.substring(position + 2, end);
    boolean blank = comment.isEmpty() || Character.isWhitespace(comment.charAt(0));
    if (!blank && comment.chars().anyMatch(c -> "'\"`*$".indexOf(c) >= 0)) {
      return false;
    }
    position = end;
    return true;
  }
}
