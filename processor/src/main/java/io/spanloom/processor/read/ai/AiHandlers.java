package io.spanloom.processor.read.ai;

import com.squareup.javapoet.ClassName;
import io.spanloom.processor.model.DeferredAdapter;
import io.spanloom.processor.model.DeferredAdapter.Observation;
import io.spanloom.processor.read.type.DeferredTypes;
import java.util.List;
import java.util.Optional;

/** The table of the types of parameters that receive the chunks of a stream. */
final class AiHandlers {

  /**
   * A type of handlers.
   *
   * @param type the canonical name
   * @param value the type of the chunks, or of the response that comes after them
   * @param adapter replaces the handler at run time
   * @param endsSpan whether the handler learns of each end of the stream
   */
  record Entry(String type, String value, DeferredAdapter adapter, boolean endsSpan) {

    static Entry of(String type, String value, String adapter, boolean endsSpan) {
      ClassName name = ClassName.bestGuess(DeferredTypes.MODULE + "." + adapter);
      return new Entry(
          type,
          value,
          new DeferredAdapter(Observation.REPLACEMENT, Optional.of(name), "handler"),
          endsSpan);
    }
  }

  private static final String LANGCHAIN4J = "dev.langchain4j.model.chat.response.";
  private static final String BEDROCK = "software.amazon.awssdk.services.bedrockruntime.model.";

  static final List<Entry> TABLE =
      List.of(
          Entry.of(
              LANGCHAIN4J + "StreamingChatResponseHandler",
              LANGCHAIN4J + "ChatResponse",
              "langchain4j.LangChain4jHandlers",
              true),
          Entry.of(
              BEDROCK + "ConverseStreamResponseHandler",
              BEDROCK + "ConverseStreamOutput",
              "bedrock.BedrockResults",
              false));

  /** Types of handlers whose chunks are bytes in a format that depends on the model. */
  static final List<String> UNREADABLE =
      List.of(
          BEDROCK + "InvokeModelWithResponseStreamResponseHandler",
          BEDROCK + "InvokeModelWithBidirectionalStreamResponseHandler");

  private AiHandlers() {}
}
