package assistant.model;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.chat.response.StreamingHandle;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Collects a streamed response, and passes on its text while it arrives. Thread-safe. */
final class StreamedResponse implements StreamingChatResponseHandler {

  private final CompletableFuture<ChatResponse> response = new CompletableFuture<>();
  private final Consumer<String> onText;
  private volatile @Nullable StreamingHandle stream;

  StreamedResponse(Consumer<String> onText) {
    this.onText = onText;
  }

  /** Returns the complete response, which fails and closes the stream when the time is over. */
  CompletableFuture<ChatResponse> within(Duration limit) {
    return response
        .orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS)
        .whenComplete(
            (complete, failure) -> {
              StreamingHandle open = stream;
              if (failure != null && open != null) {
                open.cancel();
              }
            });
  }

  @Override
  public void onPartialResponse(PartialResponse part, PartialResponseContext context) {
    stream = context.streamingHandle();
    onText.accept(part.text());
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
}
