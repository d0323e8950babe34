package io.spanloom.processor.check;

import com.squareup.javapoet.ParameterizedTypeName;
import com.squareup.javapoet.TypeName;
import io.spanloom.processor.model.AttributeSource;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Recognizes paths to the content of messages in the types of AI clients. */
final class AiContent {

  /** The packages whose types may hold content. */
  private static final List<String> PACKAGES =
      List.of(
          "dev.langchain4j.",
          "org.springframework.ai.",
          "com.openai.models.",
          "com.anthropic.models.",
          "com.google.genai.types.",
          "software.amazon.awssdk.services.bedrockruntime.model.");

  /** The words in the names of types that hold nothing but content. */
  private static final Set<String> CONTENT_TYPES =
      Set.of("message", "content", "part", "segment", "block", "prompt", "tool", "function");

  /** The words that end the names of types that hold other data, too. */
  private static final Set<String> MIXED_TYPES =
      Set.of("request", "response", "result", "params", "config", "options", "prompt");

  /** The accessors, without {@code get}, that return no content on any type. */
  private static final Set<String> HARMLESS_MEMBERS =
      Set.of("id", "name", "type", "role", "model", "index", "status", "size", "length");

  /** The accessors, without {@code get}, that return content. */
  private static final Set<String> CONTENT_MEMBERS =
      Set.of(
          "arguments",
          "content",
          "contents",
          "input",
          "instructions",
          "output",
          "outputtext",
          "refusal",
          "result",
          "singletext",
          "text",
          "thinking",
          "tostring");

  private AiContent() {}

  /** Returns whether a path leads through or to the content of a message. */
  static boolean isRead(AttributeSource.Path path) {
    TypeName receiver = path.root().type();
    for (AttributeSource.Step step : path.steps()) {
      if (receiver != null && isClientType(receiver)) {
        String member = step.name().toLowerCase(Locale.ROOT);
        String name = member.startsWith("get") ? member.substring("get".length()) : member;
        if (CONTENT_MEMBERS.contains(name)
            || (isContentType(receiver) && !HARMLESS_MEMBERS.contains(name))) {
          return true;
        }
        if (HARMLESS_MEMBERS.contains(name)) {
          return false;
        }
      }
      receiver = step.type();
    }
    return receiver != null && isClientType(receiver) && isContentType(receiver);
  }

  private static boolean isClientType(TypeName type) {
    return PACKAGES.stream().anyMatch(rawName(type)::startsWith);
  }

  private static boolean isContentType(TypeName type) {
    String name = rawName(type);
    String[] words = name.substring(name.lastIndexOf('.') + 1).split("(?<=\\p{Ll})(?=\\p{Lu})", -1);
    if (MIXED_TYPES.contains(words[words.length - 1].toLowerCase(Locale.ROOT))) {
      return false;
    }
    for (String word : words) {
      if (CONTENT_TYPES.contains(word.toLowerCase(Locale.ROOT))) {
        // Anthropic's response is called Message.
        return !name.equals("com.anthropic.models.messages.Message");
      }
    }
    return false;
  }

  private static String rawName(TypeName type) {
    return type instanceof ParameterizedTypeName generic
        ? generic.rawType.toString()
        : type.toString();
  }
}
