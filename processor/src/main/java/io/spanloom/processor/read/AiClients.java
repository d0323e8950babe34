package io.spanloom.processor.read;

import io.spanloom.processor.model.ResponseField.Target;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The table of AI clients: the response types that generated code can read. Supporting another
 * client requires an entry here. {@link AiResponseReader} skips fields that the client's version on
 * the class path lacks.
 */
final class AiClients {

  /**
   * The response type of a client.
   *
   * @param responseType the type's canonical name
   * @param fields the fields that the response has
   */
  record Client(String responseType, List<Field> fields) {}

  /**
   * A field of a response.
   *
   * @param target the field's meaning
   * @param owner the accessor of the nullable object that holds the values, or null if the response
   *     itself does
   * @param accessors the accessors of the values
   */
  record Field(Target target, @Nullable String owner, List<String> accessors) {}

  /** LangChain4j 1.20.0, in which token usage and finish reason may be null. */
  private static final Client LANGCHAIN4J =
      new Client(
          "dev.langchain4j.model.chat.response.ChatResponse",
          List.of(
              new Field(Target.MODEL, null, List.of("modelName")),
              new Field(Target.ID, null, List.of("id")),
              new Field(Target.FINISH_REASON, "finishReason", List.of("name")),
              new Field(
                  Target.USAGE,
                  "tokenUsage",
                  List.of("inputTokenCount", "outputTokenCount", "totalTokenCount"))));

  static final List<Client> CLIENTS = List.of(LANGCHAIN4J);

  private AiClients() {}
}
