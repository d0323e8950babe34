package assistant.model;

import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import io.spanloom.AICall;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Sends requests to an OpenAI-compatible model. Thread-safe. */
final class AdviceModel {

  private final StreamingChatModel model;
  private final Duration timeout;

  AdviceModel(String url, String key, Duration timeout) {
    model = OpenAiStreamingChatModel.builder().baseUrl(url).apiKey(key).timeout(timeout).build();
    this.timeout = timeout;
  }

  /**
   * Sends a request and passes on the text of the response while it arrives.
   *
   * @param request the request
   * @param onText receives each part of the text, on a thread of the client
   * @return the complete response; fails if the model fails, stops early or takes too long
   */
  @AICall(provider = "openai", phase = "advise")
  CompletableFuture<ChatResponse> ask(ChatRequest request, Consumer<String> onText) {
    CompletableFuture<ChatResponse> response = new CompletableFuture<>();
    model.chat(
        request,
        new StreamingChatResponseHandler() {
          @Override
          public void onPartialResponse(String text) {
            onText.accept(text);
          }

          @Override
          public void onCompleteResponse(ChatResponse complete) {
            if (complete.finishReason() == null) {
              response.completeExceptionally(new ModelException("The response is incomplete."));
            } else {
              response.complete(complete);
            }
          }

          @Override
          public void onError(Throwable error) {
            response.completeExceptionally(error);
          }
        });
    return response.orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS);
  }
}
