package io.spanloom.aiclients;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.request.EmbeddingRequest;
import dev.langchain4j.model.embedding.response.EmbeddingResponse;
import dev.langchain4j.model.openai.OpenAiEmbeddingModel;
import dev.langchain4j.model.output.Response;
import io.spanloom.AICall;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

final class LangChain4jEmbeddingTest extends AiClientTestBase {

  /** Traced calls of LangChain4j. */
  static final class Calls {

    private Calls() {}

    @AICall(provider = "openai", operation = AICall.Operation.EMBEDDINGS)
    static EmbeddingResponse embedRequest(EmbeddingModel embeddings, EmbeddingRequest request) {
      return embeddings.embed(request);
    }

    @AICall(provider = "openai", operation = AICall.Operation.EMBEDDINGS)
    static CompletableFuture<EmbeddingResponse> embedRequestAsync(
        EmbeddingModel embeddings, EmbeddingRequest request) {
      return CompletableFuture.supplyAsync(() -> embeddings.embed(request));
    }

    @AICall(
        provider = "openai",
        model = "text-embedding-3-small",
        operation = AICall.Operation.EMBEDDINGS)
    static Response<List<Embedding>> embed(EmbeddingModel embeddings, String text) {
      return embeddings.embedAll(List.of(TextSegment.from(text)));
    }
  }

  private EmbeddingModel embeddings() {
    return OpenAiEmbeddingModel.builder()
        .baseUrl(server.url())
        .apiKey("key")
        .modelName("text-embedding-3-small")
        .build();
  }

  @Test
  void tracesResponseWithEmbeddings() {
    server.reply(AiReplies.openAiEmbedding("text-embedding-3-small"));
    Calls.embed(embeddings(), MARK);
    assertThat(span())
        .contains(
            "ai.cost.estimated_usd=" + 500 * 0.02 / 1_000_000, "gen_ai.usage.input_tokens=500\n");
  }

  /** Input: 500 tokens at 0.02. */
  private static final String EMBEDDING =
      """
      embeddings text-embedding-3-small CLIENT
      ai.cost.estimated_usd=%s
      ai.usage.total_tokens=500
      gen_ai.operation.name=embeddings
      gen_ai.provider.name=openai
      gen_ai.request.model=text-embedding-3-small
      gen_ai.response.model=text-embedding-3-small
      gen_ai.usage.input_tokens=500
      """
          .formatted(500 * 0.02 / 1_000_000);

  private static EmbeddingRequest embeddingRequest() {
    return EmbeddingRequest.builder().input(MARK).modelName("text-embedding-3-small").build();
  }

  @Test
  void tracesEmbedding() {
    server.reply(AiReplies.openAiEmbedding("text-embedding-3-small"));
    Calls.embedRequest(embeddings(), embeddingRequest());
    assertThat(span()).isEqualTo(EMBEDDING);
  }

  @Test
  void tracesAsynchronousEmbedding() {
    server.reply(AiReplies.openAiEmbedding("text-embedding-3-small"));
    assertThat(spanOf(Calls.embedRequestAsync(embeddings(), embeddingRequest())))
        .isEqualTo(EMBEDDING);
  }
}
