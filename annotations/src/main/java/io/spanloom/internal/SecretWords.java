package io.spanloom.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The words by which Spanloom recognizes sensitive values: the processor in attribute keys and
 * paths at compile time, spanloom-telemetry in exported data at run time. {@code
 * docs/attributes.md} lists them.
 *
 * <p>This class is internal and not part of the public API.
 */
public final class SecretWords {

  /** Words that denote a secret anywhere in a name, in the singular. */
  private static final Set<String> SECRETS =
      Set.of(
          "password",
          "passwd",
          "pwd",
          "passphrase",
          "passcode",
          "secret",
          "token",
          "jwt",
          "bearer",
          "otp",
          "totp",
          "apikey",
          "privatekey",
          "secretkey",
          "accesskey",
          "credential",
          "authorization",
          "cookie",
          "cvv",
          "cvc",
          "iban",
          "ssn",
          "pin");

  /** Words that denote a secret at the end of a name: {@code test.pass.rate} has none. */
  private static final Set<String> SECRETS_AT_END = Set.of("pass", "auth");

  /**
   * Pairs of consecutive words that denote a secret, separated by a space. {@code code} and {@code
   * tokens} alone are too common: {@code country.code}, {@code max_tokens}.
   */
  private static final Set<String> SECRET_PAIRS =
      Set.of(
          "api key",
          "private key",
          "access key",
          "secret key",
          "card number",
          "credit card",
          "access tokens",
          "refresh tokens",
          "auth tokens",
          "api tokens",
          "session tokens",
          "auth code",
          "oauth code",
          "access code",
          "security code",
          "verification code",
          "login code",
          "mfa code",
          "recovery code",
          "backup code");

  /**
   * Ends of words that denote a secret, such as {@code dbpassword}. Run time only: libraries write
   * compound names as one word.
   */
  private static final List<String> RUN_TIME_SECRET_SUFFIXES =
      List.of(
          "password",
          "passwd",
          "pwd",
          "passphrase",
          "secret",
          "credential",
          "apikey",
          "privatekey",
          "secretkey",
          "accesskey",
          "token",
          "accesstokens",
          "refreshtokens",
          "authtokens",
          "dbpass",
          "userpass",
          "smtppass");

  /** The plural of {@code token}: it usually denotes the words of a text, such as input tokens. */
  private static final String TOKENS = "tokens";

  /** Last words of a name that denote message content. */
  private static final Set<String> CONTENT =
      Set.of("prompt", "prompts", "completion", "messages", "body", "payload", "content");

  /**
   * Last words of a name that denote message content at compile time only. At run time, exceptions
   * and events similar to log lines legitimately have a message.
   */
  private static final Set<String> COMPILE_TIME_CONTENT = Set.of("message");

  /** Last words of a name that denote a property of a sensitive value and not the value itself. */
  private static final Set<String> HARMLESS_LAST_WORDS =
      Set.of(
          "id",
          "arn",
          "count",
          "length",
          "size",
          "type",
          "kind",
          "phase",
          "version",
          "hash",
          "present",
          "valid",
          "expired",
          "expiry",
          "limit",
          "index",
          "format",
          "encoding",
          "role",
          "name");

  private SecretWords() {}

  /**
   * Splits a name into lowercase words without trailing digits: {@code user.APIKey2} into {@code
   * user}, {@code api} and {@code key}.
   *
   * @param name an attribute key or the name of a member
   * @return the words, empty if the name has no letters and digits
   */
  public static List<String> split(String name) {
    List<String> result = new ArrayList<>();
    for (String word :
        name.split(
            "[^\\p{L}\\p{N}]+|(?<=[\\p{Ll}\\p{N}])(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll}{2})",
            -1)) {
      if (!word.isEmpty()) {
        result.add(withoutTrailingDigits(word.toLowerCase(Locale.ROOT)));
      }
    }
    return result;
  }

  private static String withoutTrailingDigits(String word) {
    int end = word.length();
    while (end > 0 && Character.isDigit(word.charAt(end - 1))) {
      end--;
    }
    return end == 0 ? word : word.substring(0, end);
  }

  /**
   * Returns whether a name denotes a secret, apart from {@linkplain #isHarmless harmless} names.
   *
   * @param words the words of the name
   * @return whether a word, in the singular or the plural, or a pair of words denotes a secret
   */
  public static boolean isSecret(List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (SECRETS.contains(word)
          || SECRETS.contains(singular(word))
          || (i > 0 && isPair(words.get(i - 1), word))) {
        return true;
      }
    }
    return !words.isEmpty() && SECRETS_AT_END.contains(words.get(words.size() - 1));
  }

  private static boolean isPair(String first, String second) {
    return SECRET_PAIRS.contains(first + " " + second)
        || SECRET_PAIRS.contains(first + " " + singular(second));
  }

  private static String singular(String word) {
    return word.endsWith("s") && !word.endsWith(TOKENS)
        ? word.substring(0, word.length() - 1)
        : word;
  }

  /**
   * Returns whether a name denotes a secret at run time, where compound words count too.
   *
   * @param words the words of the name
   * @return whether the words are secret, or one ends in a word that is
   */
  public static boolean isSecretAtRunTime(List<String> words) {
    return isSecret(words)
        || words.stream().anyMatch(word -> endsInSecret(word) || endsInSecret(singular(word)));
  }

  private static boolean endsInSecret(String word) {
    return RUN_TIME_SECRET_SUFFIXES.stream().anyMatch(word::endsWith);
  }

  /**
   * Returns whether a name denotes message content.
   *
   * @param words the words of the name
   * @return whether the last word denotes content
   */
  public static boolean isContentAtRunTime(List<String> words) {
    return !words.isEmpty() && CONTENT.contains(words.get(words.size() - 1));
  }

  /**
   * Returns whether a name denotes message content at compile time, where {@code message} counts
   * too.
   *
   * @param words the words of the name
   * @return whether the last word denotes content
   */
  public static boolean isContent(List<String> words) {
    return isContentAtRunTime(words)
        || (!words.isEmpty() && COMPILE_TIME_CONTENT.contains(words.get(words.size() - 1)));
  }

  /**
   * Returns whether a name denotes nothing, or a property of a value and not the value.
   *
   * @param words the words of the name
   * @return whether there are no words, or the last one denotes a property
   */
  public static boolean isHarmless(List<String> words) {
    return words.isEmpty() || HARMLESS_LAST_WORDS.contains(words.get(words.size() - 1));
  }
}
