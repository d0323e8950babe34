package io.spanloom.telemetry.privacy;

import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What becomes of texts that leave the program: URLs lose their users, passwords and signatures, as
 * the semantic conventions ask for {@code url.full} and {@code url.query} (1.45.0), and long texts
 * their ends.
 */
final class TextRules {

  private static final String REDACTED = "REDACTED";

  private static final Pattern USER_INFO = Pattern.compile("(?<=://)[^\\s/?#\"'<>\\\\]*@");
  private static final Pattern ORACLE_USER = Pattern.compile("(?<=jdbc:oracle:\\w{1,9}:)[^@\\s]+@");
  private static final String PARAMETER_NAME = "(?:^|(?<=[?&;#]))(\\s*[^\\s=&;?#\"'<>]+\\s*)=";
  private static final String QUOTED = "\"[^\"]*\"|'[^']*'|";
  private static final Pattern PARAMETER =
      Pattern.compile(PARAMETER_NAME + "(?:" + QUOTED + "[^\\s&;]*)");
  private static final Pattern PARAMETER_WITH_BLANKS =
      Pattern.compile(PARAMETER_NAME + "(?:" + QUOTED + "[^&;]*)");

  /** Texts of parameters that need not begin with a scheme. */
  private static final Set<String> PARAMETER_KEYS =
      Set.of("url.query", "url.path", "http.target", "db.connection_string");

  /** A stack trace begins where its cause, which is what matters, may not yet be told. */
  private static final String STACKTRACE = "exception.stacktrace";

  private static final int STACKTRACE_FACTOR = 8;

  private final int maxLength;

  /**
   * Makes the rules.
   *
   * @param maxLength how many characters a text may have
   */
  TextRules(int maxLength) {
    this.maxLength = maxLength;
  }

  /**
   * Returns what may be said in place of a text.
   *
   * @param key the attribute's key, or an empty text
   * @param text the text
   * @return an equal text if all of it may be said
   */
  String allowed(String key, String text) {
    boolean parameters = PARAMETER_KEYS.contains(key);
    String masked =
        parameters || text.contains("://") || text.contains("jdbc:")
            ? masked(text, parameters ? PARAMETER_WITH_BLANKS : PARAMETER)
            : text;
    return cut(masked, key.equals(STACKTRACE) ? longest() : maxLength);
  }

  private int longest() {
    return (int) Math.min(Integer.MAX_VALUE, (long) maxLength * STACKTRACE_FACTOR);
  }

  private static String masked(String text, Pattern parameter) {
    String result = USER_INFO.matcher(text).replaceAll(TextRules::maskedUser);
    result = ORACLE_USER.matcher(result).replaceAll(REDACTED + "@");
    return parameter.matcher(result).replaceAll(TextRules::maskedParameter);
  }

  private static String maskedUser(MatchResult found) {
    return found.group().indexOf(':') < 0 ? REDACTED + "@" : REDACTED + ":" + REDACTED + "@";
  }

  private static String maskedParameter(MatchResult found) {
    return Matcher.quoteReplacement(
        SecretNames.hasParameter(found.group(1).strip())
            ? found.group(1) + "=" + REDACTED
            : found.group());
  }

  private static String cut(String text, int max) {
    if (text.length() <= max) {
      return text;
    }
    boolean inPair =
        Character.isHighSurrogate(text.charAt(max - 1))
            && Character.isLowSurrogate(text.charAt(max));
    return text.substring(0, inPair ? max - 1 : max);
  }
}
