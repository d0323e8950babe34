package io.spanloom.processor.read;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the answers of AI clients tell of themselves, by type. Everything known about a client is
 * here and nowhere else; what a client's version lacks is left out by {@link AiResponseReader}.
 */
final class AiClients {

  /**
   * An answer's type.
   *
   * @param type its canonical name
   * @param entries what it tells
   */
  record Client(String type, List<Entry> entries) {}

  /**
   * Something that an answer tells.
   *
   * @param target the method of {@code AiResult} that takes it
   * @param holder the accessor of a nullable object that has the values, or null for the answer
   * @param accessors the accessors of the values
   */
  record Entry(String target, @Nullable String holder, List<String> accessors) {}

  /** LangChain4j, read at 1.20.0: token usage and finish reason may be null. */
  private static final Client LANGCHAIN4J =
      new Client(
          "dev.langchain4j.model.chat.response.ChatResponse",
          List.of(
              new Entry("model", null, List.of("modelName")),
              new Entry("id", null, List.of("id")),
              new Entry("finishReason", "finishReason", List.of("name")),
              new Entry(
                  "usage",
                  "tokenUsage",
                  List.of("inputTokenCount", "outputTokenCount", "totalTokenCount"))));

  static final List<Client> CLIENTS = List.of(LANGCHAIN4J);

  private AiClients() {}
}
