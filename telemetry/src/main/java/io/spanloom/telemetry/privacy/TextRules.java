package io.spanloom.telemetry.privacy;

import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Redacts credentials and signatures in URLs, as the semantic conventions (1.45.0) require for
 * {@code url.full} and {@code url.query}, and truncates long texts. Thread-safe.
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

  /** Keys of attributes with parameters but without a URL scheme. */
  private static final Set<String> PARAMETER_KEYS =
      Set.of("url.query", "url.path", "http.target", "db.connection_string");

  private static final String STACKTRACE = "exception.stacktrace";

  /** Stack traces may be longer, because the root cause comes last. */
  private static final int STACKTRACE_FACTOR = 8;

  private final int maxLength;

  /**
   * Creates the rules.
   *
   * @param maxLength the maximum length of a text, in characters
   */
  TextRules(int maxLength) {
    this.maxLength = maxLength;
  }

  /**
   * Redacts and truncates a text.
   *
   * @param key the attribute's key, or an empty string
   * @param text the text
   * @return the text to export, which is equal to the given one if nothing changes
   */
  String redact(String key, String text) {
    boolean parameters = PARAMETER_KEYS.contains(key);
    String redacted =
        parameters || text.contains("://") || text.contains("jdbc:")
            ? redactUrls(text, parameters ? PARAMETER_WITH_BLANKS : PARAMETER)
            : text;
    return truncate(redacted, key.equals(STACKTRACE) ? maxStackTraceLength() : maxLength);
  }

  private int maxStackTraceLength() {
    return (int) Math.min(Integer.MAX_VALUE, (long) maxLength * STACKTRACE_FACTOR);
  }

  private static String redactUrls(String text, Pattern parameter) {
    String result = USER_INFO.matcher(text).replaceAll(TextRules::redactUserInfo);
    result = ORACLE_USER.matcher(result).replaceAll(REDACTED + "@");
    return parameter.matcher(result).replaceAll(TextRules::redactParameter);
  }

  private static String redactUserInfo(MatchResult match) {
    return match.group().indexOf(':') < 0 ? REDACTED + "@" : REDACTED + ":" + REDACTED + "@";
  }

  private static String redactParameter(MatchResult match) {
    return Matcher.quoteReplacement(
        SecretNames.hasParameter(match.group(1).strip())
            ? match.group(1) + "=" + REDACTED
            : match.group());
  }

  private static String truncate(String text, int max) {
    if (text.length() <= max) {
      return text;
    }
    boolean splitsPair =
        Character.isHighSurrogate(text.charAt(max - 1))
            && Character.isLowSurrogate(text.charAt(max));
    return text.substring(0, splitsPair ? max - 1 : max);
  }
}
