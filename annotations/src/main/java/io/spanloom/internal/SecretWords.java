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

  /** Words that denote a secret anywhere in a name. */
  public static final Set<String> SECRETS =
      Set.of(
          "password",
          "passwd",
          "pwd",
          "passphrase",
          "passcode",
          "secret",
          "token",
          "jwt",
          "apikey",
          "credential",
          "credentials",
          "authorization",
          "cookie",
          "cvv",
          "cvc",
          "iban",
          "ssn",
          "pin");

  /** Pairs of consecutive words that denote a secret, separated by a space. */
  public static final Set<String> SECRET_PAIRS =
      Set.of("api key", "private key", "access key", "secret key", "card number", "credit card");

  /**
   * Ends of words that denote a secret, such as {@code dbpassword}. Run time only: libraries write
   * compound names as one word.
   */
  public static final List<String> RUN_TIME_SECRET_SUFFIXES =
      List.of(
          "password",
          "passwords",
          "passwd",
          "pwd",
          "passphrase",
          "secret",
          "secrets",
          "credential",
          "credentials",
          "apikey",
          "apikeys",
          "token");

  /** Last words of a name that denote message content. */
  public static final Set<String> CONTENT =
      Set.of("prompt", "prompts", "completion", "messages", "body", "payload", "content");

  /**
   * Last words of a name that denote message content at compile time only. At run time, exceptions
   * and events similar to log lines legitimately have a message.
   */
  public static final Set<String> COMPILE_TIME_CONTENT = Set.of("message");

  /** Last words of a name that denote a property of a sensitive value and not the value itself. */
  public static final Set<String> HARMLESS_LAST_WORDS =
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
   * Splits a name into lowercase words: {@code user.apiKey} into {@code user}, {@code api} and
   * {@code key}.
   *
   * @param name an attribute key or the name of a member
   * @return the words, empty if the name has no letters and digits
   */
  public static List<String> split(String name) {
    List<String> result = new ArrayList<>();
    for (String word : name.split("[^\\p{L}\\p{N}]+|(?<=[\\p{Ll}\\p{N}])(?=\\p{Lu})", -1)) {
      if (!word.isEmpty()) {
        result.add(word.toLowerCase(Locale.ROOT));
      }
    }
    return result;
  }
}
