package io.spanloom.telemetry.privacy;

import io.spanloom.telemetry.settings.Glob;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The names of attributes and URL parameters that contain secrets or message content. {@code
 * docs/attributes.md} lists them; Spanloom's annotation processor rejects the same names at compile
 * time.
 */
final class SecretNames {

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

  private static final Set<String> SECRET_PAIRS =
      Set.of("api key", "private key", "access key", "secret key", "card number", "credit card");

  /** Suffixes of compound words, such as {@code dbpassword}. */
  private static final List<String> SECRET_SUFFIXES =
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

  /** Excludes "message", because exceptions and events similar to log lines have one. */
  private static final Set<String> CONTENT =
      Set.of("prompt", "prompts", "completion", "messages", "body", "payload", "content");

  /** Last words of names that describe a secret without containing it. */
  private static final Set<String> DESCRIPTIVE =
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

  /** Keys that other libraries use for content, and command lines, which may contain passwords. */
  private static final List<Glob> KEYS =
      Stream.of(
              "gen_ai.system_instructions",
              "gen_ai.tool.definitions",
              "gen_ai.*.arguments",
              "gen_ai.*.result",
              "gen_ai.retrieval.documents",
              "gen_ai.retrieval.query.text",
              "gen_ai.evaluation.explanation",
              "llm.*.arguments",
              "input.value",
              "output.value",
              "traceloop.entity.input",
              "traceloop.entity.output",
              "process.command_args",
              "process.command_line")
          .map(Glob::of)
          .toList();

  /** Parameters that contain a secret although no rule above matches their names. */
  private static final Set<String> PARAMETERS =
      Set.of("sig", "signature", "key", "awsaccesskeyid", "jsessionid");

  private SecretNames() {}

  /** Returns whether the text values of an attribute key are secrets or content. */
  static boolean hasKey(String key) {
    List<String> words = words(key);
    if (words.isEmpty() || DESCRIPTIVE.contains(words.get(words.size() - 1))) {
      return false;
    }
    return hasSecret(words)
        || CONTENT.contains(words.get(words.size() - 1))
        || KEYS.stream().anyMatch(glob -> glob.matches(key.toLowerCase(Locale.ROOT)));
  }

  /** Returns whether a parameter of a URL or a connection string contains a secret. */
  static boolean hasParameter(String name) {
    List<String> words = words(name);
    return hasSecret(words)
        || words.contains("signature")
        || PARAMETERS.contains(name.toLowerCase(Locale.ROOT));
  }

  private static boolean hasSecret(List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (SECRETS.contains(word)
          || SECRET_SUFFIXES.stream().anyMatch(word::endsWith)
          || (i > 0 && SECRET_PAIRS.contains(words.get(i - 1) + " " + word))) {
        return true;
      }
    }
    return false;
  }

  /** Splits {@code user.apiKey} into {@code user}, {@code api} and {@code key}. */
  private static List<String> words(String name) {
    List<String> result = new ArrayList<>();
    for (String word : name.split("[^\\p{L}\\p{N}]+|(?<=[\\p{Ll}\\p{N}])(?=\\p{Lu})", -1)) {
      if (!word.isEmpty()) {
        result.add(word.toLowerCase(Locale.ROOT));
      }
    }
    return result;
  }
}
