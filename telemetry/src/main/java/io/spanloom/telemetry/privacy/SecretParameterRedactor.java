package io.spanloom.telemetry.privacy;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Redacts the values of secret parameters in URLs, connection strings, JSON and other texts, such
 * as {@code ?access_token=…}, {@code ;password={…}}, {@code (PASSWORD=…)} and {@code
 * "password":"…"}. A value ends where the next parameter begins; if that is not certain, the rest
 * of the line is left out.
 */
final class SecretParameterRedactor {

  private static final String REDACTED = "REDACTED";

  /** The placeholder of a parameter in a statement. */
  private static final String PLACEHOLDER = "?";

  private static final String NAME = "[\\p{L}\\p{N}_.$-]";
  private static final String ENCODED = "%[0-9a-fA-F]{2}";

  /** A name and an equals sign, possibly percent-encoded, or a quoted name and a colon. */
  private static final Pattern START =
      Pattern.compile(
          "(?:(?<!%1$s)|%2$s)(?<name>%1$s++)(?:(?:]|%%5[dD])?(?<blanks>\\s*+)(?<sign>=|%%3[dD])|\\\\?[\"']\\s*+[:=])"
              .formatted(NAME, ENCODED));

  private static final Pattern NEXT =
      Pattern.compile("(?:[&;]|%%26)\\s*+%s++]?\\s*+(?:=|%%3[dD])".formatted(NAME));
  private static final Pattern NEXT_IN_LIST =
      Pattern.compile("[,;&]\\s*+[\"']?%s++[\"']?\\s*+[=:]".formatted(NAME));
  private static final Pattern SEMICOLONS = Pattern.compile(";\\s*+%s++\\s*+=".formatted(NAME));
  private static final Pattern LIBPQ =
      Pattern.compile("(?<![\\w.])(?:host|hostaddr|dbname|user|port|service|sslmode)\\s*+=");

  private static final String BEFORE_PARAMETER = "?&#;%";
  private static final String BEFORE_LIST_ELEMENT = "([{,|";

  private final String line;
  private final boolean allParameters;
  private final int connectionStart;
  private @Nullable Boolean libpq;

  private SecretParameterRedactor(String line, boolean allParameters) {
    this.line = line;
    this.allParameters = allParameters;
    String lower = line.toLowerCase(Locale.ROOT);
    int jdbc = lower.indexOf("jdbc:");
    boolean connection = allParameters || SEMICOLONS.matcher(line).find();
    connectionStart = connection ? 0 : jdbc < 0 ? Integer.MAX_VALUE : jdbc;
  }

  /**
   * Redacts the values of all secret parameters in a line.
   *
   * @param line a text without line breaks
   * @param allParameters whether the line is known to consist of parameters
   */
  static String redact(String line, boolean allParameters) {
    boolean none = line.indexOf('=') < 0 && line.indexOf('%') < 0 && line.indexOf(':') < 0;
    return none ? line : new SecretParameterRedactor(line, allParameters).redact();
  }

  private String redact() {
    StringBuilder result = new StringBuilder();
    int copied = 0;
    Matcher start = START.matcher(line);
    for (int from = 0; from < line.length() && start.find(from); ) {
      from = start.end();
      if (isSecret(start)) {
        from = skipBlanks(from);
        int end = valueEnd(start, from);
        if (end > from && !line.substring(from, end).equals(PLACEHOLDER)) {
          result.append(line, copied, from).append(REDACTED);
          copied = end;
          from = end;
        }
      }
    }
    return copied == 0 ? line : result.append(line, copied, line.length()).toString();
  }

  private boolean isSecret(Matcher start) {
    String name = start.group("name");
    boolean parameter = allParameters || BEFORE_PARAMETER.indexOf(before(start)) >= 0;
    if (!(parameter ? SecretNames.hasParameter(name) : SecretNames.hasWord(name))) {
      return false;
    }
    String blanks = start.group("blanks");
    boolean spaced =
        blanks != null
            && (!blanks.isEmpty()
                || start.end() == line.length()
                || Character.isWhitespace(line.charAt(start.end())));
    return !spaced || start.start() >= connectionStart || isLibpq();
  }

  private boolean isLibpq() {
    Boolean known = libpq;
    if (known == null) {
      known = LIBPQ.matcher(line).find();
      libpq = known;
    }
    return known;
  }

  /** Returns the character before the name, a percent sign if encoded, or a space at the start. */
  private char before(Matcher start) {
    int name = start.start("name");
    if (start.start() < name) {
      return '%';
    }
    return name == 0 ? ' ' : line.charAt(name - 1);
  }

  private int skipBlanks(int from) {
    int at = from;
    while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
      at++;
    }
    return at;
  }

  private int valueEnd(Matcher start, int from) {
    int quoteEnd = quoteEnd(from);
    if (quoteEnd >= line.length() || (quoteEnd > from && endsValue(line.charAt(quoteEnd)))) {
      return quoteEnd;
    }
    char before = before(start);
    boolean inParentheses = before == '(' || before == ',';
    if (start.start() >= connectionStart) {
      return inParentheses ? line.length() : next(NEXT, quoteEnd);
    }
    return isListElement(start.start("name")) ? next(NEXT_IN_LIST, quoteEnd) : wordEnd(quoteEnd);
  }

  private boolean isListElement(int name) {
    int at = name - 1;
    while (at >= 0 && (Character.isWhitespace(line.charAt(at)) || line.charAt(at) == '"')) {
      at--;
    }
    return at >= 0 && BEFORE_LIST_ELEMENT.indexOf(line.charAt(at)) >= 0;
  }

  private static boolean endsValue(char character) {
    return Character.isWhitespace(character) || "&;,)]}".indexOf(character) >= 0;
  }

  /** Returns the end of a quoted value, of the line if it is unbalanced, or the given index. */
  private int quoteEnd(int from) {
    if (line.startsWith("\\\"", from)) {
      int end = line.indexOf("\\\"", from + 2);
      return end < 0 ? line.length() : end + 2;
    }
    char open = from < line.length() ? line.charAt(from) : ' ';
    char close = open == '{' ? '}' : open;
    if (open != '{' && open != '"' && open != '\'') {
      return from;
    }
    for (int i = from + 1; i < line.length(); i++) {
      if (line.charAt(i) == '\\' && open != '{') {
        i++;
      } else if (line.charAt(i) == close) {
        if (i + 1 >= line.length() || line.charAt(i + 1) != close) {
          return i + 1;
        }
        i++;
      }
    }
    return line.length();
  }

  private int next(Pattern parameter, int from) {
    Matcher next = parameter.matcher(line);
    return next.find(from) ? next.start() : line.length();
  }

  /** Returns the end of a value without blanks; a backslash escapes a blank. */
  private int wordEnd(int from) {
    int next = next(NEXT, from);
    int end = from;
    while (end < next && !Character.isWhitespace(line.charAt(end))) {
      end += line.charAt(end) == '\\' ? 2 : 1;
    }
    return Math.min(end, next);
  }
}
