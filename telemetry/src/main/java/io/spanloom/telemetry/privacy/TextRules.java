package io.spanloom.telemetry.privacy;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Redacts credentials in URLs, connection strings and other texts, at least as the semantic
 * conventions (1.45.0) require for {@code url.full} and {@code url.query}, and truncates long
 * texts. Thread-safe.
 */
final class TextRules {

  private static final String CONNECTION_STRING = "db.connection_string";

  /** Keys of attributes that consist of parameters, or of a URL without a scheme. */
  private static final Set<String> PARAMETER_KEYS =
      Set.of("url.query", "url.path", "http.target", CONNECTION_STRING);

  /** User and password at the start of a connection string without a scheme. */
  private static final Pattern CREDENTIALS = Pattern.compile("^[^=@]*[:/][^=]*@");

  private static final List<String> HEADER_PREFIXES =
      List.of("http.request.header.", "http.response.header.");

  private static final String STACKTRACE = "exception.stacktrace";

  /** Stack traces may be longer, because the root cause comes last. */
  private static final int STACKTRACE_FACTOR = 8;

  /** Bounds the time for a text, which grows with the square of its length in the worst case. */
  private static final int LOOK_AHEAD = 16_384;

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
    int limit = key.equals(STACKTRACE) ? maxStackTraceLength() : maxLength;
    // The text after the limit may decide what precedes a @, so some of it is read too.
    String read = truncate(text, (int) Math.min(Integer.MAX_VALUE, (long) limit + LOOK_AHEAD));
    return truncate(redactLines(key, read), limit);
  }

  private static String redactLines(String key, String text) {
    boolean parameters =
        PARAMETER_KEYS.contains(key) || HEADER_PREFIXES.stream().anyMatch(key::startsWith);
    if (text.indexOf('\n') < 0) {
      return redactLine(key, text, parameters);
    }
    return Arrays.stream(text.split("\n", -1))
        .map(line -> redactLine(key, line, parameters))
        .collect(Collectors.joining("\n"));
  }

  private static String redactLine(String key, String line, boolean parameters) {
    String result = UserInfoRedactor.redact(line);
    if (key.equals(CONNECTION_STRING) && !result.contains("//")) {
      result = CREDENTIALS.matcher(result).replaceFirst("REDACTED@");
    }
    return SecretParameterRedactor.redact(result, parameters);
  }

  private int maxStackTraceLength() {
    return (int) Math.min(Integer.MAX_VALUE, (long) maxLength * STACKTRACE_FACTOR);
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
