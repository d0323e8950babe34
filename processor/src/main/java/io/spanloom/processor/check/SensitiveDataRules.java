package io.spanloom.processor.check;

import io.spanloom.internal.SecretWords;
import io.spanloom.processor.model.Attribute;
import io.spanloom.processor.model.AttributeSource;
import io.spanloom.processor.model.Redaction;
import io.spanloom.processor.model.TracedMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Rules for attributes that may expose secrets or message content. {@code docs/attributes.md} lists
 * the words, and spanloom-telemetry redacts by the same list.
 */
final class SensitiveDataRules {

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
      if (attribute.source() instanceof AttributeSource.Path path
          && !isNumberOrBoolean(attribute)) {
        Optional<String> data = sensitiveData(attribute, path);
        if (data.isPresent() && attribute.redact() == Redaction.UNSPECIFIED) {
          report.error(
              Code.SENSITIVE_ATTRIBUTE, attribute.location(), text(attribute, method, data.get()));
        } else if (AiContent.isRead(path)) {
          report.error(
              Code.MESSAGE_CONTENT,
              attribute.location(),
              """
              Attribute '%s' reads the content of a message to or from an AI model (%s), which \
              never becomes part of a trace. Record a number instead, such as its length.\
              """
                  .formatted(attribute.key(), path.text()));
        }
      }
    }
  }

  private static String text(Attribute attribute, TracedMethod method, String data) {
    return SpanRules.isPathOfSpan(attribute, method)
        ? """
          The path of attribute '%s' looks like %s, which everyone with access to the trace can \
          read. Choose another path.\
          """
            .formatted(attribute.key(), data)
        : """
          Attribute '%s' looks like %s, which everyone with access to the trace can read. Remove \
          it, redact it (redact = HASH or MASK), or allow it (redact = NONE).\
          """
            .formatted(attribute.key(), data);
  }

  private static Optional<String> sensitiveData(Attribute attribute, AttributeSource.Path path) {
    List<String> names = new ArrayList<>(List.of(attribute.key()));
    String last = path.text().substring(path.text().lastIndexOf('.') + 1).replace("()", "");
    if (last.equals("toString") && readsContentType(path)) {
      return Optional.of("message content");
    }
    names.add(last);
    for (String name : names) {
      List<String> words = SecretWords.split(name);
      if (SecretWords.isHarmless(words)) {
        continue;
      }
      if (SecretWords.isSecret(words)) {
        return Optional.of("a secret");
      }
      if (SecretWords.isContent(words)) {
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

  private static boolean readsContentType(AttributeSource.Path path) {
    int steps = path.steps().size();
    String type = steps > 1 ? path.steps().get(steps - 2).type().toString() : rootType(path.root());
    return CONTENT_TYPES.contains(type.substring(type.lastIndexOf('.') + 1));
  }

  private static String rootType(AttributeSource.Root root) {
    if (root instanceof AttributeSource.Parameter parameter) {
      return parameter.type().toString();
    }
    return root instanceof AttributeSource.Result result ? result.type().toString() : "";
  }
}
