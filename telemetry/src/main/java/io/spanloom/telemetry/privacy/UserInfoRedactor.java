package io.spanloom.telemetry.privacy;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Redacts user names and passwords before the host of a URL or a JDBC URL. A password may contain
 * unencoded delimiters, such as {@code /} and {@code #}. If a text can be read in two ways, the
 * longer user info is redacted, even if it contains the host.
 */
final class UserInfoRedactor {

  private static final String USER = "REDACTED";
  private static final String USER_AND_PASSWORD = "REDACTED:REDACTED";

  private static final String ORACLE = "jdbc:oracle:";
  private static final String ENDS_OF_AUTHORITY = "/?#\"'<>\\";
  private static final String BEFORE_SLASHES = ":\"'<>(=[,";

  private static final Pattern SEMICOLON_PARAMETER = Pattern.compile(";\\s*[\\w.-]++\\s*=");
  private static final String HOST = "(?:\\[[^\\]]*+]|[^:,\\[\\]]*+)(?::\\d{0,5}+)?+";
  private static final Pattern HOSTS = Pattern.compile(HOST + "(?:," + HOST + ")*+");
  private static final List<String> WEB_SCHEMES = List.of("http:", "https:", "ws:", "wss:");

  /** MySQL's hosts with parameters in parentheses, which have no user info before them. */
  private static final Pattern PARENTHESES = Pattern.compile("(?i)(?:address=)?\\(.*");

  private UserInfoRedactor() {}

  /**
   * Redacts the user info of all URLs in a line.
   *
   * @param line a text without line breaks
   */
  static String redact(String line) {
    return line.indexOf('@') < 0 ? line : redactUrls(redactOracle(line));
  }

  private static String redactUrls(String line) {
    StringBuilder result = new StringBuilder();
    int copied = 0;
    int slashes = line.indexOf("//");
    while (slashes >= 0) {
      int start = slashes + 2;
      int at = startsAuthority(line, slashes) ? userInfoEnd(line, start) : -1;
      if (at >= 0) {
        boolean password = line.substring(start, at).indexOf(':') >= 0;
        result.append(line, copied, start).append(password ? USER_AND_PASSWORD : USER);
        copied = at;
      }
      slashes = line.indexOf("//", Math.max(start, at));
    }
    return result.append(line, copied, line.length()).toString();
  }

  private static boolean startsAuthority(String line, int slashes) {
    if (slashes == 0) {
      return true;
    }
    char before = line.charAt(slashes - 1);
    return BEFORE_SLASHES.indexOf(before) >= 0 || Character.isWhitespace(before);
  }

  /** Returns the index of the {@code @} that ends the user info, or -1 if there is none. */
  private static int userInfoEnd(String line, int start) {
    String authority = line.substring(start, authorityEnd(line, start));
    if (PARENTHESES.matcher(authority).matches()) {
      return -1;
    }
    int lastInUrl = lastAt(line, start, urlEnd(line, start));
    int at = authority.lastIndexOf('@');
    if (at >= 0) {
      return authority.substring(0, at).indexOf(':') >= 0 ? lastInUrl : start + at;
    }
    if (!HOSTS.matcher(authority).matches()) {
      return lastInUrl >= 0 ? lastInUrl : lastAt(line, start, line.length());
    }
    boolean mayBePassword =
        lastInUrl >= 0
            && authority.indexOf(':') >= 0
            && line.substring(start, lastInUrl).indexOf('=') < 0
            && !isWeb(line, start - 2);
    return mayBePassword ? lastInUrl : -1;
  }

  private static boolean isWeb(String line, int slashes) {
    return WEB_SCHEMES.stream()
        .anyMatch(
            scheme ->
                line.regionMatches(true, slashes - scheme.length(), scheme, 0, scheme.length()));
  }

  private static int authorityEnd(String line, int start) {
    int end = start;
    while (end < line.length()
        && ENDS_OF_AUTHORITY.indexOf(line.charAt(end)) < 0
        && !Character.isWhitespace(line.charAt(end))
        && !isParameter(line, end)) {
      end++;
    }
    return end;
  }

  private static boolean isParameter(String line, int index) {
    return line.charAt(index) == ';'
        && SEMICOLON_PARAMETER.matcher(line).region(index, line.length()).lookingAt();
  }

  private static int urlEnd(String line, int start) {
    int end = start;
    while (end < line.length() && !Character.isWhitespace(line.charAt(end))) {
      end++;
    }
    return end;
  }

  private static int lastAt(String line, int start, int end) {
    int at = line.lastIndexOf('@', end - 1);
    return at >= start ? at : -1;
  }

  /** Redacts {@code scott/tiger} in {@code jdbc:oracle:thin:scott/tiger@host}. */
  private static String redactOracle(String line) {
    String lower = line.toLowerCase(Locale.ROOT);
    int prefix = lower.length() == line.length() ? lower.indexOf(ORACLE) : -1;
    int driverEnd = prefix < 0 ? -1 : line.indexOf(':', prefix + ORACLE.length());
    if (driverEnd < 0) {
      return line;
    }
    int start = driverEnd + 1;
    if (line.startsWith("@", start)) {
      return line;
    }
    boolean quoted = line.indexOf('"', start) >= 0;
    int at = quoted ? -1 : lastAt(line, start, urlEnd(line, start));
    int end = at >= 0 ? at : lastAt(line, start, line.length());
    return end < 0 ? line : line.substring(0, start) + USER + line.substring(end);
  }
}
