package io.spanloom.telemetry.privacy;

import io.spanloom.telemetry.settings.Glob;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Names of what should not be read by everybody who can read a trace. {@code docs/attributes.md}
 * lists them; Spanloom's processor refuses the same ones while compiling.
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

  /** Ends of words that libraries write as one, such as {@code dbpassword}. */
  private static final List<String> SECRET_ENDS =
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

  /** Not "message": exceptions have one, and so have events that are like lines of a log. */
  private static final Set<String> CONTENT =
      Set.of("prompt", "prompts", "completion", "messages", "body", "payload", "content");

  /** Last words that say that a name is about the thing and not the thing itself. */
  private static final Set<String> ABOUT =
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

  /** What others call content, and the command line, on which passwords stand. */
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

  /** Parameters that carry a secret although their names do not say so. */
  private static final Set<String> PARAMETERS =
      Set.of("sig", "signature", "key", "awsaccesskeyid", "jsessionid");

  private SecretNames() {}

  /** Returns whether the texts under an attribute's key are secrets or content. */
  static boolean hasKey(String key) {
    List<String> words = words(key);
    if (words.isEmpty() || ABOUT.contains(words.get(words.size() - 1))) {
      return false;
    }
    return hasSecret(words)
        || CONTENT.contains(words.get(words.size() - 1))
        || KEYS.stream().anyMatch(glob -> glob.matches(key.toLowerCase(Locale.ROOT)));
  }

  /** Returns whether the value of a URL's or a connection string's parameter is a secret. */
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
          || SECRET_ENDS.stream().anyMatch(word::endsWith)
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
