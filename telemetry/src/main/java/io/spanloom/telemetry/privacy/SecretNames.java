package io.spanloom.telemetry.privacy;

import io.spanloom.internal.SecretWords;
import io.spanloom.telemetry.settings.Glob;
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
      Set.of(
          "sig",
          "signature",
          "key",
          "code",
          "code_verifier",
          "assertion",
          "client_assertion",
          "samlresponse",
          "awsaccesskeyid",
          "jsessionid",
          "phpsessid",
          "sessionid",
          "session_id",
          "sid");

  private SecretNames() {}

  /** Returns whether the text values of an attribute key are secrets or content. */
  static boolean hasKey(String key) {
    List<String> words = SecretWords.split(key);
    if (SecretWords.isHarmless(words)) {
      return false;
    }
    return SecretWords.isSecretAtRunTime(words)
        || SecretWords.isContentAtRunTime(words)
        || KEYS.stream().anyMatch(glob -> glob.matches(key.toLowerCase(Locale.ROOT)));
  }

  /** Returns whether a parameter of a URL or a connection string contains a secret. */
  static boolean hasParameter(String name) {
    List<String> words = SecretWords.split(name);
    return SecretWords.isSecretAtRunTime(words)
        || words.contains("signature")
        || PARAMETERS.contains(name.toLowerCase(Locale.ROOT));
  }

  /** Returns whether a name before an equals sign in any text denotes a secret. */
  static boolean hasWord(String name) {
    List<String> words = SecretWords.split(name);
    return !SecretWords.isHarmless(words) && SecretWords.isSecretAtRunTime(words);
  }
}
