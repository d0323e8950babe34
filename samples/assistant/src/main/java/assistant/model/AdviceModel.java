package assistant.model;

import dev.langchain4j.http.client.jdk.JdkHttpClient;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import io.spanloom.AICall;
import io.spanloom.telemetry.http.HttpClients;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Sends requests to an OpenAI-compatible model. Thread-safe. */
final class AdviceModel {

  private final StreamingChatModel model;
  private final Duration timeout;

  /**
   * Creates a model.
   *
   * @param url the base URL of the API
   * @param key the key for the API
   * @param timeout the time limit for the start of a response; the whole may take twice as long
   */
  AdviceModel(String url, String key, Duration timeout) {
    model =
        OpenAiStreamingChatModel.builder()
            .httpClientBuilder(
                JdkHttpClient.builder()
                    .httpClientBuilder(HttpClients.traced(HttpClient.newBuilder())))
            .baseUrl(url)
            .apiKey(key)
            .timeout(timeout)
            .build();
    this.timeout = timeout;
  }

  /**
   * Sends a request and passes on the text of the response while it arrives.
   *
   * @param request the request
   * @param onText receives each part of the text, on a thread of the client
   * @return the complete response; fails if the model fails, stops early or takes too long
   */
  CompletableFuture<ChatResponse> ask(ChatRequest request, Consumer<String> onText) {
    StreamedResponse response = new StreamedResponse(onText);
    return stream(request, response, response.within(timeout.multipliedBy(2)));
  }

  /** The span ends with the response; the handler's chunks show when its first part arrived. */
  @AICall(provider = "openai", phase = Advisor.PHASE)
  private CompletableFuture<ChatResponse> stream(
      ChatRequest request,
      StreamingChatResponseHandler handler,
      CompletableFuture<ChatResponse> response) {
    model.chat(request, handler);
    return response;
  }
}
