package io.spanloom.processor.check;

import io.spanloom.processor.model.Attribute;
import io.spanloom.processor.model.Redaction;
import io.spanloom.processor.model.Source;
import io.spanloom.processor.model.TracedMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Rules for attributes that may expose secrets or message content. {@code docs/attributes.md} lists
 * the words, and spanloom-telemetry redacts by the same list.
 */
final class SensitiveDataRules {

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

  private static final Set<String> CONTENT =
      Set.of(
          "prompt", "prompts", "completion", "message", "messages", "body", "payload", "content");

  /** Last words of names that describe a secret or content without exposing it. */
  private static final Set<String> METADATA =
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

  private static final Set<String> CONTENT_TYPES =
      Set.of(
          "ChatMessage",
          "UserMessage",
          "SystemMessage",
          "AiMessage",
          "AssistantMessage",
          "Prompt",
          "ChatRequest",
          "ChatResponse",
          "Message",
          "TextSegment");

  private SensitiveDataRules() {}

  static void sensitiveDataIsDeclared(TracedMethod method, Report report) {
    for (Attribute attribute : method.attributes()) {
      if (attribute.redact() == Redaction.UNSPECIFIED
          && attribute.source() instanceof Source.Path path) {
        sensitiveData(attribute, path)
            .ifPresent(
                data ->
                    report.error(
                        Code.SENSITIVE_ATTRIBUTE,
                        attribute.place(),
                        """
                        Attribute '%s' looks like %s, which everyone with access to the trace can \
                        read. Remove it, redact it (redact = HASH or MASK), or allow it (redact = \
                        NONE).\
                        """
                            .formatted(attribute.key(), data)));
      }
    }
  }

  private static Optional<String> sensitiveData(Attribute attribute, Source.Path path) {
    if (isNumberOrBoolean(attribute)) {
      return Optional.empty();
    }
    List<String> names = new ArrayList<>(List.of(attribute.key()));
    String last = path.text().substring(path.text().lastIndexOf('.') + 1).replace("()", "");
    if (last.equals("toString") && readsContentType(path)) {
      return Optional.of("message content");
    }
    names.add(last);
    for (String name : names) {
      List<String> words = words(name);
      if (words.isEmpty() || METADATA.contains(words.get(words.size() - 1))) {
        continue;
      }
      if (words.stream().anyMatch(SECRETS::contains) || hasPair(words)) {
        return Optional.of("a secret");
      }
      if (CONTENT.contains(words.get(words.size() - 1))) {
        return Optional.of("message content");
      }
    }
    return Optional.empty();
  }

  private static boolean isNumberOrBoolean(Attribute attribute) {
    return switch (attribute.type().key()) {
      case LONG, DOUBLE, BOOLEAN, LONG_ARRAY, DOUBLE_ARRAY, BOOLEAN_ARRAY -> true;
      default -> false;
    };
  }

  private static boolean readsContentType(Source.Path path) {
    int steps = path.steps().size();
    String type = steps > 1 ? path.steps().get(steps - 2).type().toString() : rootType(path.root());
    return CONTENT_TYPES.contains(type.substring(type.lastIndexOf('.') + 1));
  }

  private static String rootType(Source.Root root) {
    if (root instanceof Source.Parameter parameter) {
      return parameter.type().toString();
    }
    return root instanceof Source.Result result ? result.type().toString() : "";
  }

  private static boolean hasPair(List<String> words) {
    for (int i = 1; i < words.size(); i++) {
      if (SECRET_PAIRS.contains(words.get(i - 1) + " " + words.get(i))) {
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
