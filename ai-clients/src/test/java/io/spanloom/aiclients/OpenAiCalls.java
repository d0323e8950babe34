package io.spanloom.aiclients;

import com.openai.client.OpenAIClient;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.StructuredChatCompletion;
import com.openai.models.chat.completions.StructuredChatCompletionCreateParams;
import com.openai.models.embeddings.CreateEmbeddingResponse;
import com.openai.models.embeddings.EmbeddingCreateParams;
import com.openai.models.responses.Response;
import com.openai.models.responses.ResponseCreateParams;
import com.openai.models.responses.StructuredResponse;
import com.openai.models.responses.StructuredResponseCreateParams;
import io.spanloom.AICall;
import java.util.concurrent.CompletableFuture;

/** Traced calls of OpenAI's client. */
final class OpenAiCalls {

  private final OpenAIClient client;

  OpenAiCalls(OpenAIClient client) {
    this.client = client;
  }

  @AICall
  ChatCompletion chat(ChatCompletionCreateParams params) {
    return client.chat().completions().create(params);
  }

  @AICall
  CompletableFuture<ChatCompletion> chatAsync(ChatCompletionCreateParams params) {
    return client.async().chat().completions().create(params);
  }

  @AICall
  <T> StructuredChatCompletion<T> structuredChat(StructuredChatCompletionCreateParams<T> params) {
    return client.chat().completions().create(params);
  }

  @AICall
  <T> CompletableFuture<StructuredChatCompletion<T>> structuredChatAsync(
      StructuredChatCompletionCreateParams<T> params) {
    return client.async().chat().completions().create(params);
  }

  @AICall
  Response response(ResponseCreateParams params) {
    return client.responses().create(params);
  }

  @AICall
  CompletableFuture<Response> responseAsync(ResponseCreateParams params) {
    return client.async().responses().create(params);
  }

  @AICall
  <T> StructuredResponse<T> structuredResponse(StructuredResponseCreateParams<T> params) {
    return client.responses().create(params);
  }

  @AICall
  <T> CompletableFuture<StructuredResponse<T>> structuredResponseAsync(
      StructuredResponseCreateParams<T> params) {
    return client.async().responses().create(params);
  }

  @AICall(operation = AICall.Operation.EMBEDDINGS)
  CreateEmbeddingResponse embed(EmbeddingCreateParams params) {
    return client.embeddings().create(params);
  }

  @AICall(operation = AICall.Operation.EMBEDDINGS)
  CompletableFuture<CreateEmbeddingResponse> embedAsync(EmbeddingCreateParams params) {
    return client.async().embeddings().create(params);
  }
}
